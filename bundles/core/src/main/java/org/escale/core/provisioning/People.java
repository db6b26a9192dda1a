package org.escale.core.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.escale.client.Alias;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pseudonym;
import org.escale.core.clients.Staff;
import org.escale.core.commits.Draft;
import org.escale.core.commits.Wrong;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Provisioning.Person;
import org.escale.service.Provisioning.Said;
import org.escale.spi.store.Write;
import org.escale.word.Kept;

/** Drafts what becomes of the people that an identity system brings. Pure. */
record People(Roster roster) {
  private static final int LONGEST = 254;

  /** Somebody new, or somebody who had been taken away. */
  Outcome<Draft<Member>> add(Said said, MemberId fresh) {
    return wrongIn(said)
        .orElse(
            () ->
                roster
                    .alias(said.names().userName())
                    .map(known -> back(said, known))
                    .orElseGet(() -> enter(said, fresh)));
  }

  /** The same person, of whom other things are said. */
  Outcome<Draft<Member>> change(Person person, Said said) {
    var old = person.alias().word();
    var renamed = !roster.id(said.names().userName()).equals(old.id());
    return wrongIn(said)
        .orElse(
            () ->
                (renamed && roster.alias(said.names().userName()).isPresent())
                        || roster.taken(said.email(), Optional.of(old.member()))
                    ? Outcome.refused(RefusalCode.ALREADY_EXISTS)
                    : Outcome.done(changed(person, said)));
  }

  /** Somebody is taken away. */
  Draft<Member> remove(Person person) {
    var alias = person.alias().word();
    var off = alias(alias.member(), person.said(), false);
    var member = with(person.member().word(), person.said(), "");
    return draft(
        person.member(),
        member.employed(false),
        List.of(new Write.Put(off, person.alias().revision())));
  }

  private Outcome<Draft<Member>> enter(Said said, MemberId id) {
    var company = roster.company();
    var member =
        new Member(
            id,
            new Pseudonym(UUID.randomUUID().toString()),
            company.id(),
            company.pseudonym(),
            said.name(),
            said.email(),
            "",
            said.language(),
            said.active());
    return roster.taken(said.email(), Optional.empty())
        ? Outcome.refused(RefusalCode.ALREADY_EXISTS)
        : Outcome.done(Draft.of(member, 0).also(List.of(new Write.Put(alias(id, said, true), 0))));
  }

  /** Who was erased here stays erased. */
  private Outcome<Draft<Member>> back(Said said, Kept<Alias> known) {
    var id = known.word().member();
    var kept = roster.here().kept(Member.class, id).filter(m -> !m.word().name().isEmpty());
    if (known.word().listed() || kept.isEmpty() || roster.taken(said.email(), Optional.of(id))) {
      return Outcome.refused(RefusalCode.ALREADY_EXISTS);
    }
    var member = with(kept.get().word(), said, "").employed(said.active());
    var alias = new Write.Put(alias(id, said, true), known.revision());
    return Outcome.done(draft(kept.get(), member, List.of(alias)));
  }

  private Draft<Member> changed(Person person, Said said) {
    var old = person.alias();
    var now = alias(old.word().member(), said, true);
    var writes = new ArrayList<Write>();
    if (now.id().equals(old.word().id())) {
      writes.add(new Write.Put(now, old.revision()));
    } else {
      writes.add(new Write.Remove(Alias.class, old.word().id()));
      writes.add(new Write.Put(now, 0));
    }
    var member = person.member().word();
    var employed = said.active() == old.word().active() ? member.employed() : said.active();
    return draft(person.member(), with(member, said, member.group()).employed(employed), writes);
  }

  private static Draft<Member> draft(Kept<Member> old, Member now, List<Write> more) {
    return Draft.of(now, old.revision()).also(more);
  }

  private Alias alias(MemberId member, Said said, boolean listed) {
    var company = roster.company();
    return new Alias(
        roster.id(said.names().userName()),
        member,
        company.id(),
        company.pseudonym(),
        said.names(),
        said.active() && listed,
        listed);
  }

  private static Member with(Member old, Said said, String group) {
    return new Member(
        old.id(),
        old.pseudonym(),
        old.company(),
        old.companyPseudonym(),
        said.name(),
        said.email(),
        group,
        said.language(),
        old.employed());
  }

  private Wrong wrongIn(Said said) {
    var names = said.names();
    var nobody = new Pseudonym("nobody");
    var company = roster.company().id();
    var member =
        new Member(
            new MemberId("nobody"),
            nobody,
            company,
            nobody,
            said.name(),
            said.email(),
            "",
            said.language(),
            true);
    var named =
        Wrong.NOTHING
            .text("userName", names.userName(), 1, LONGEST)
            .text("externalId", names.externalId(), 0, LONGEST)
            .text("name.givenName", names.givenName(), 0, LONGEST)
            .text("name.familyName", names.familyName(), 0, LONGEST);
    return named.field().isPresent() ? named : Staff.wrongIn(member, "");
  }
}
