package org.escale.core.billing;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.escale.billing.InvoiceId;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.client.MemberId;
import org.escale.federation.SpaceId;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.BillingOffice;
import org.escale.service.Progress;
import org.escale.spi.store.Balances;
import org.escale.spi.store.StoreException;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The counter of the billing office: who may ask, and who answers. Safe for many threads. */
@Component(service = BillingOffice.class)
public final class CounterBillingOffice implements BillingOffice {
  private final BillingRuns runs;
  private final Quoting quoting;
  private final Explanations explanations;
  private final Balances balances;

  /** With these behind it. */
  @Activate
  public CounterBillingOffice(
      @Reference BillingRuns runs,
      @Reference Quoting quoting,
      @Reference Explanations explanations,
      @Reference Balances balances) {
    this.runs = runs;
    this.quoting = quoting;
    this.explanations = explanations;
    this.balances = balances;
  }

  @Override
  public Outcome<Quote> quote(
      Caller caller, SpaceId space, TimeSlot slot, Optional<MemberId> member) {
    return when(caller, Operation.QUOTE, () -> quoting.quote(caller, space, slot, member));
  }

  @Override
  public Outcome<Run> run(Caller caller, YearMonth period, boolean dry, Progress progress) {
    return when(caller, Operation.BILLING_RUN, () -> runs.run(caller, period, dry, progress));
  }

  @Override
  public Outcome<YearMonth> over(Caller caller, YearMonth period) {
    return when(caller, Operation.BILLING_RUN, () -> runs.over(caller, period));
  }

  @Override
  public Outcome<List<Why>> why(Caller caller, InvoiceId invoice, int n) {
    return when(caller, Operation.INVOICE_READ, () -> explanations.why(caller, invoice, n));
  }

  @Override
  public Outcome<byte[]> document(Caller caller, InvoiceId invoice, String mediaType) {
    return when(
        caller, Operation.INVOICE_READ, () -> explanations.document(caller, invoice, mediaType));
  }

  @Override
  public Outcome<Map<String, Money>> ledger(Caller caller) {
    return when(caller, Operation.LEDGER_READ, () -> Outcome.done(sums()));
  }

  private Map<String, Money> sums() {
    return balances.total().entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().getCurrencyCode(), Map.Entry::getValue));
  }

  private static <T> Outcome<T> when(
      Caller caller, Operation operation, Supplier<Outcome<T>> answer) {
    if (!caller.may(operation)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    try {
      return answer.get();
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }
}
