package org.escale.core.clients;

import java.util.Set;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.core.commits.Draft;
import org.escale.core.commits.Wrong;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.federation.Network;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.word.Kept;

/** Drafts what becomes of companies. Pure. */
public final class Companies {
  static final Set<String> LANGUAGES = Set.of("fr", "nl", "en");

  private Companies() {}

  /** A new client: a centre takes on its own, a network those that contract with it. */
  static Outcome<Draft<Company>> admit(Snapshot snapshot, Caller caller, Company company) {
    return wrongIn(company)
        .or(company.owner().isEmpty() && company.contract().isEmpty(), "contract")
        .or(company.owner().filter(id -> unknown(snapshot, Centre.class, id)).isPresent(), "owner")
        .or(
            company.contract().filter(id -> unknown(snapshot, Network.class, id)).isPresent(),
            "contract")
        .or(
            !takesOn(caller, company),
            caller.standing().centre().isPresent() ? "owner" : "contract")
        .orElse(() -> fresh(snapshot, company));
  }

  /** What is wrong with a company's facts, if anything. */
  public static Wrong wrongIn(Company company) {
    return Wrong.NOTHING
        .text("name", company.name(), 1, 200)
        .text("enterpriseNumber", company.enterpriseNumber(), 0, 20)
        .or(!LANGUAGES.contains(company.language()), "language");
  }

  /** Another standing of a client that the caller may see. */
  static Outcome<Draft<Company>> stand(
      Snapshot snapshot, Caller caller, CompanyId id, Company.Standing standing) {
    return seen(snapshot, caller, id)
        .map(kept -> Draft.of(kept.word().with(standing), kept.revision()));
  }

  /** The client of that id, if the caller may see it. */
  static Outcome<Kept<Company>> seen(Snapshot snapshot, Caller caller, CompanyId id) {
    return snapshot
        .kept(Company.class, id)
        .filter(kept -> caller.sight().sees(kept.word()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private static Outcome<Draft<Company>> fresh(Snapshot snapshot, Company company) {
    var taken = !snapshot.where(Company.class, "pseudonym", company.pseudonym()).isEmpty();
    return taken ? Outcome.refused(RefusalCode.ALREADY_EXISTS) : Outcome.done(Draft.of(company, 0));
  }

  private static boolean takesOn(Caller caller, Company company) {
    var standing = caller.standing();
    var asCentre =
        caller.roles().contains(Role.RECEPTION)
            && standing.centre().isPresent()
            && standing.centre().equals(company.owner());
    var asNetwork =
        caller.roles().contains(Role.NETWORK)
            && standing.network().isPresent()
            && standing.network().equals(company.contract());
    return asCentre || asNetwork;
  }

  private static <W extends org.escale.word.Word> boolean unknown(
      Snapshot snapshot, Class<W> kind, org.escale.word.Id id) {
    return snapshot.get(kind, id).isEmpty();
  }
}
