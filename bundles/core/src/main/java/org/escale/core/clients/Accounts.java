package org.escale.core.clients;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.escale.billing.LedgerEntry;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.TransactionId;
import org.escale.caller.Caller;
import org.escale.client.Company;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.Member;
import org.escale.core.commits.Draft;
import org.escale.core.commits.Wrong;
import org.escale.core.snapshot.Snapshot;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Write;
import org.escale.word.Reader;

/** Drafts what becomes of prepaid accounts. Pure. */
final class Accounts {
  private static final Money MOST = Money.euro("1000000.00");

  private Accounts() {}

  /** A new account of a client of the caller, or of one of its people. */
  static Outcome<Draft<Credit>> open(Snapshot snapshot, Caller caller, Credit credit) {
    return Companies.seen(snapshot, caller, credit.companyId())
        .then(
            company ->
                Wrong.NOTHING
                    .or(!company.word().pseudonym().equals(credit.company()), "company")
                    .or(!within(credit.floor()), "floor")
                    .or(strangerIn(snapshot, credit), "person")
                    .orElse(() -> Outcome.done(Draft.of(credit, 0))));
  }

  /** Money comes in: onto the account, off what was received. */
  static Outcome<Draft<LedgerTransaction>> topUp(
      Snapshot snapshot, Caller caller, Credit credit, Incoming money) {
    return Companies.seen(snapshot, caller, credit.companyId())
        .then(
            company ->
                Wrong.NOTHING
                    .or(!within(money.amount()), "amount")
                    .or(money.amount().isNegative() || money.amount().isZero(), "amount")
                    .orElse(() -> Outcome.done(draft(posted(company.word(), credit, money)))));
  }

  /** So much, at that instant. */
  record Incoming(Money amount, Instant at) {}

  /** An account that the caller may see, itself or through its client. */
  static Outcome<Credit> seen(Snapshot snapshot, Caller caller, CreditId id) {
    return snapshot
        .get(Credit.class, id)
        .filter(
            credit ->
                caller.sight().sees(credit)
                    || Companies.seen(snapshot, caller, credit.companyId()) instanceof Outcome.Done)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private static LedgerTransaction posted(Company company, Credit credit, Incoming money) {
    var receiver =
        company
            .contract()
            .map(network -> "network:" + network.value())
            .orElseGet(() -> "centre:" + company.owner().map(Object::toString).orElse(""));
    var seers = new HashSet<Reader>(credit.readers());
    seers.addAll(company.readers());
    return new LedgerTransaction(
        new TransactionId("top-up-" + UUID.randomUUID()),
        money.at(),
        credit.id().value(),
        List.of(
            new LedgerEntry(credit.account(), money.amount()),
            new LedgerEntry("received:" + receiver, money.amount().negated())),
        seers);
  }

  private static Draft<LedgerTransaction> draft(LedgerTransaction transaction) {
    return new Draft<>(
        LedgerTransaction.class,
        transaction.id(),
        List.of(new Write.Post(transaction)),
        List.of(),
        false);
  }

  private static boolean within(Money money) {
    return money.currency().equals(Money.EUR)
        && money.compareTo(MOST) <= 0
        && money.compareTo(MOST.negated()) >= 0;
  }

  private static boolean strangerIn(Snapshot snapshot, Credit credit) {
    return credit
        .person()
        .filter(
            who ->
                snapshot.where(Member.class, "pseudonym", who).stream()
                    .noneMatch(member -> member.company().equals(credit.companyId())))
        .isPresent();
  }
}
