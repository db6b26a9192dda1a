package org.escale.core.billing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.billing.Invoice;
import org.escale.billing.Payout;
import org.escale.billing.Unrated;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.BillingOffice.Run;
import org.escale.service.Progress;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Journal;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs the billing of a month: rates what waits, plans, and commits the whole plan at once. A
 * network runs its own month, the federation everybody's. Safe for many threads.
 */
@Component(service = BillingRuns.class)
public final class BillingRuns {
  /** Per cent of the work after which all is rated, and after which all is planned. */
  private static final int RATED = 40;

  private static final int PLANNED = 95;
  private final Backlog backlog;
  private final OpenBooks books;
  private final Planning planning;
  private final Journal journal;

  /** Commits there. */
  @Activate
  public BillingRuns(
      @Reference Backlog backlog,
      @Reference OpenBooks books,
      @Reference Planning planning,
      @Reference Journal journal) {
    this.backlog = backlog;
    this.books = books;
    this.planning = planning;
    this.journal = journal;
  }

  /** The month, if it is over for each network of the caller's; else {@code INVALID_FIELD}. */
  Outcome<YearMonth> over(Caller caller, YearMonth period) {
    return planning.over(period, network -> runs(caller, network))
        ? Outcome.done(period)
        : Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "period"));
  }

  /** The run; {@code INVALID_FIELD} for the real run of a month that is not over. */
  Outcome<Run> run(Caller caller, YearMonth period, boolean dry, Progress progress) {
    return dry
        ? dry(caller, period, progress)
        : over(caller, period).then(p -> real(caller, p, progress));
  }

  private Outcome<Run> dry(Caller caller, YearMonth period, Progress progress) {
    var tried = backlog.tryAll(progress.part(0, RATED));
    var plan = planning.plan(scope(caller, period, progress), tried);
    return Outcome.done(seen(caller, period, true, new Made(plan, List.of(), tried.parked())));
  }

  private Outcome<Run> real(Caller caller, YearMonth period, Progress progress) {
    backlog.rate(progress.part(0, RATED));
    var plan = planning.plan(scope(caller, period, progress), Backlog.Tried.NOTHING);
    progress.at(PLANNED, 100);
    return plan.writes().isEmpty()
        ? Outcome.done(seen(caller, period, false, new Made(plan, List.of(), List.of())))
        : commit(caller, period, plan);
  }

  private static Planning.Scope scope(Caller caller, YearMonth period, Progress progress) {
    return new Planning.Scope(
        period, network -> runs(caller, network), progress.part(RATED, PLANNED));
  }

  private record Made(Plan plan, List<? extends Word> written, List<Unrated> parked) {}

  private Outcome<Run> commit(Caller caller, YearMonth period, Plan plan) {
    var change = new Change(caller.who().value(), Optional.empty(), plan.writes(), List.of());
    var outcome = journal.commit(change);
    if (outcome instanceof CommitOutcome.Committed committed) {
      var written = committed.written().stream().map(kept -> kept.word()).toList();
      return Outcome.done(seen(caller, period, false, new Made(plan, written, List.of())));
    }
    return Outcome.refused(RefusalCode.CHANGED_MEANWHILE);
  }

  /** What the caller may see of what was made: an operator its sums, not other people's papers. */
  private Run seen(Caller caller, YearMonth period, boolean dry, Made made) {
    var sight = caller.sight();
    List<Invoice> planned = made.plan().invoices().stream().map(Plan.Billed::invoice).toList();
    var invoices = dry ? planned : only(Invoice.class, made.written());
    List<Payout> payouts = dry ? made.plan().payouts() : only(Payout.class, made.written());
    return new Run(
        period,
        dry,
        invoices.stream().filter(sight::sees).toList(),
        payouts.stream().filter(sight::sees).toList(),
        unbilled(caller, made.parked()),
        made.plan().margin());
  }

  private List<Unrated> unbilled(Caller caller, List<Unrated> parked) {
    var all = new ArrayList<>(books.unrated(caller.sight()));
    Set<Object> known = new HashSet<>();
    all.forEach(unrated -> known.add(unrated.id()));
    parked.stream()
        .filter(unrated -> !known.contains(unrated.id()) && caller.sight().sees(unrated))
        .forEach(all::add);
    return all;
  }

  private static boolean runs(Caller caller, NetworkId network) {
    return caller.roles().contains(Role.FEDERATION)
        || caller.standing().network().filter(network::equals).isPresent();
  }

  private static <W> List<W> only(Class<W> kind, List<? extends Word> words) {
    return words.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
