package org.escale.core.clients;

import java.util.HashSet;
import java.util.List;
import org.escale.caller.Caller;
import org.escale.client.Company;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.core.commits.Draft;
import org.escale.core.commits.Wrong;
import org.escale.core.snapshot.Snapshot;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Write;
import org.escale.word.Kept;

/** Drafts what becomes of a company's people. Pure. */
public final class Staff {
  private static final int MOST = 1000;

  private Staff() {}

  /** New people, all or none; the draft's answer is the last of them. */
  static Outcome<Draft<Member>> enrol(Snapshot snapshot, Caller caller, List<Member> members) {
    var wrong = Wrong.NOTHING.or(members.isEmpty() || members.size() > MOST, "members");
    for (int i = 0; i < members.size() && wrong.field().isEmpty(); i++) {
      wrong = wrongIn(members.get(i), "members[" + i + "].");
    }
    return wrong.orElse(() -> known(snapshot, caller, members));
  }

  private static Outcome<Draft<Member>> known(
      Snapshot snapshot, Caller caller, List<Member> members) {
    if (!members.stream().allMatch(member -> isOwn(snapshot, caller, member))) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    var names = new HashSet<String>();
    var doubled = members.stream().anyMatch(member -> !names.add(member.pseudonym().value()));
    var taken =
        members.stream()
            .anyMatch(m -> !snapshot.where(Member.class, "pseudonym", m.pseudonym()).isEmpty());
    if (doubled || taken) {
      return Outcome.refused(RefusalCode.ALREADY_EXISTS);
    }
    var last = members.get(members.size() - 1);
    var others = members.subList(0, members.size() - 1);
    return Outcome.done(
        Draft.of(last, 0).also(others.stream().map(member -> new Write.Put(member, 0)).toList()));
  }

  /** Employed or no longer, from the commit on. */
  static Outcome<Draft<Member>> employ(
      Snapshot snapshot, Caller caller, MemberId id, boolean employed) {
    return own(snapshot, caller, id)
        .map(kept -> Draft.of(kept.word().employed(employed), kept.revision()));
  }

  /** Nothing but the pseudonym stays; not while the person is checked in. */
  static Outcome<Draft<Member>> erase(Snapshot snapshot, Caller caller, MemberId id) {
    return self(snapshot, caller, id)
        .then(
            kept ->
                snapshot.where(Visit.class, "guest", kept.word().pseudonym()).isEmpty()
                    ? Outcome.done(Draft.of(kept.word().erased(), kept.revision()))
                    : Outcome.refused(RefusalCode.WRONG_STATE));
  }

  private static Outcome<Kept<Member>> self(Snapshot snapshot, Caller caller, MemberId id) {
    return caller.standing().member().filter(id::equals).isPresent()
        ? snapshot
            .kept(Member.class, id)
            .map(Outcome::done)
            .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND))
        : own(snapshot, caller, id);
  }

  /** A person of the caller's own company; {@code NOT_FOUND} for any other. */
  private static Outcome<Kept<Member>> own(Snapshot snapshot, Caller caller, MemberId id) {
    return snapshot
        .kept(Member.class, id)
        .filter(kept -> isOwn(snapshot, caller, kept.word()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  private static boolean isOwn(Snapshot snapshot, Caller caller, Member member) {
    return caller.standing().company().filter(member.company()::equals).isPresent()
        && snapshot
            .get(Company.class, member.company())
            .filter(company -> company.pseudonym().equals(member.companyPseudonym()))
            .isPresent();
  }

  /** What is wrong with a person's facts, if anything; {@code at} begins the field's name. */
  public static Wrong wrongIn(Member member, String at) {
    return Wrong.NOTHING
        .text(at + "name", member.name(), 1, 200)
        .text(at + "email", member.email(), 0, 254)
        .or(!member.email().isEmpty() && !member.email().contains("@"), at + "email")
        .text(at + "group", member.group(), 0, 100)
        .or(!Companies.LANGUAGES.contains(member.language()), at + "language");
  }
}
