package org.escale.core.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.escale.billing.LedgerTransaction;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.Entitlement;
import org.escale.client.EntitlementId;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pass;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.rights.People;
import org.escale.core.rights.Purse;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Clients;
import org.escale.word.Kept;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Client administration: who may, then what becomes of it, then the commit. */
@Component(service = Clients.class)
public final class FederationClients implements Clients {
  private final Commits commits;
  private final Snapshots snapshots;
  private final Till till;
  private final Erasure erasure;
  private final People people;

  /** Commits there. */
  @Activate
  public FederationClients(
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference Till till,
      @Reference Erasure erasure,
      @Reference People people) {
    this.commits = commits;
    this.snapshots = snapshots;
    this.till = till;
    this.erasure = erasure;
    this.people = people;
  }

  @Override
  public Outcome<Kept<Company>> admit(Caller caller, Company company) {
    return write(caller, Operation.CLIENT_ADMIT, now -> Companies.admit(now, caller, company));
  }

  @Override
  public Outcome<Kept<Company>> stand(Caller caller, CompanyId id, Company.Standing standing) {
    return write(caller, Operation.CLIENT_ADMIT, now -> Companies.stand(now, caller, id, standing));
  }

  @Override
  public Outcome<List<Kept<Member>>> enrol(Caller caller, List<Member> members) {
    return write(caller, Operation.CLIENT_WRITE, now -> Staff.enrol(now, caller, members))
        .map(last -> enrolled(members));
  }

  @Override
  public Outcome<Kept<Member>> employ(Caller caller, MemberId member, boolean employed) {
    return write(
        caller, Operation.CLIENT_WRITE, now -> Staff.employ(now, caller, member, employed));
  }

  @Override
  public Outcome<Kept<Entitlement>> entitle(Caller caller, Entitlement says, long revision) {
    return write(
        caller, Operation.CLIENT_WRITE, now -> Allowances.entitle(now, caller, says, revision));
  }

  @Override
  public Outcome<Entitlement> withdraw(Caller caller, EntitlementId id) {
    return may(
        caller,
        Operation.CLIENT_WRITE,
        () ->
            Allowances.own(snapshots.now(), caller, id)
                .then(says -> commits.remove(caller, Entitlement.class, id).map(gone -> says)));
  }

  @Override
  public Outcome<Kept<Credit>> open(Caller caller, Credit credit) {
    return write(caller, Operation.CLIENT_ADMIT, now -> Accounts.open(now, caller, credit));
  }

  @Override
  public Outcome<Money> topUp(Caller caller, CreditId id, Money amount) {
    var incoming = till.now(amount);
    Outcome<Kept<LedgerTransaction>> posted =
        write(
            caller,
            Operation.CLIENT_ADMIT,
            now ->
                Accounts.seen(now, caller, id)
                    .then(credit -> Accounts.topUp(now, caller, credit, incoming)));
    return posted.then(kept -> Accounts.seen(snapshots.now(), caller, id).then(till::balance));
  }

  @Override
  public Outcome<Money> balance(Caller caller, CreditId id) {
    return may(
        caller,
        Operation.CLIENT_READ,
        () -> Accounts.seen(snapshots.now(), caller, id).then(till::balance));
  }

  @Override
  public Outcome<Money> held(Caller caller, CreditId id) {
    return may(
        caller,
        Operation.CLIENT_READ,
        () ->
            Accounts.seen(snapshots.now(), caller, id)
                .map(credit -> Purse.held(snapshots.now(), credit.account())));
  }

  @Override
  public Outcome<Kept<Pass>> sell(Caller caller, Pass pass) {
    return write(caller, Operation.PASS_WRITE, now -> Passes.sell(now, caller, pass, people));
  }

  @Override
  public Outcome<MemberId> erase(Caller caller, MemberId member) {
    var self = caller.standing().member().filter(member::equals).isPresent();
    return write(
            caller,
            self ? Operation.CLIENT_READ : Operation.CLIENT_WRITE,
            now -> Staff.erase(now, caller, member).map(erasure::also))
        .map(kept -> kept.word().id());
  }

  @Override
  public Outcome<Member> member(Caller caller, Optional<MemberId> id) {
    return id.or(() -> caller.standing().member())
        .flatMap(wanted -> snapshots.now().get(Member.class, wanted))
        .filter(caller.sight()::sees)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private List<Kept<Member>> enrolled(List<Member> members) {
    var now = snapshots.now();
    var kept = new ArrayList<Kept<Member>>();
    members.forEach(member -> now.kept(Member.class, member.id()).ifPresent(kept::add));
    return List.copyOf(kept);
  }

  private <W extends Word> Outcome<Kept<W>> write(
      Caller caller, Operation operation, Function<Snapshot, Outcome<Draft<W>>> draft) {
    return may(caller, operation, () -> commits.commit(caller, () -> draft.apply(snapshots.now())));
  }

  private static <T> Outcome<T> may(Caller caller, Operation operation, Supplier<Outcome<T>> then) {
    return caller.may(operation) ? then.get() : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }
}
