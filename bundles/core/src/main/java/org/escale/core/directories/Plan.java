package org.escale.core.directories;

import java.util.List;
import java.util.stream.Stream;
import org.escale.adapter.Counterpart;
import org.escale.adapter.InstalledDirectory;
import org.escale.client.Company;
import org.escale.client.Member;
import org.escale.core.directories.Step.What;
import org.escale.core.snapshot.Snapshot;
import org.escale.spi.directory.Reading;
import org.escale.word.Kept;

/**
 * What is to be done so that what is here is in step with a reading. What was made here by hand has
 * no counterpart and is not touched. Pure.
 *
 * @param steps those that end somebody first
 * @param people who of those who are here now will be able to work no longer
 * @param companies which of those that are here will be received no longer
 */
record Plan(List<Step> steps, Tally tally, Ending people, Ending companies) {
  private static final int ALL = 100;

  /** So many of so many. */
  record Ending(long ending, long here) {
    /** One may always go, unless it is the last one. */
    boolean passes(int share) {
      return share >= ALL
          || ending == 0
          || (ending < here && (ending == 1 || ending * ALL <= share * here));
    }
  }

  /** Of that reading. */
  static Plan of(InstalledDirectory row, Reading reading, Known known, Snapshot here) {
    var draft = new Draft(row, reading, known, here);
    var companies = new CompanySteps(draft);
    companies.plan();
    var people = new PeopleSteps(draft, companies);
    people.plan();
    var staff = employed(known, here);
    var ending =
        staff.stream()
            .filter(
                who ->
                    people.ended().contains(who.id()) || companies.ended().contains(who.company()))
            .count();
    return new Plan(
        endsFirst(draft.steps()),
        draft.tally(),
        new Ending(ending, staff.size()),
        new Ending(companies.ended().size(), received(known, here)));
  }

  /** Whether so much may be ended without anybody having looked. */
  boolean passes(int share) {
    return people.passes(share) && companies.passes(share);
  }

  private static List<Step> endsFirst(List<Step> steps) {
    return Stream.concat(
            steps.stream().filter(step -> step.what() == What.END),
            steps.stream().filter(step -> step.what() != What.END))
        .toList();
  }

  private static List<Member> employed(Known known, Snapshot here) {
    return known.all().values().stream()
        .map(Kept::word)
        .flatMap(counterpart -> counterpart.member().stream())
        .flatMap(id -> here.get(Member.class, id).stream())
        .filter(Member::employed)
        .toList();
  }

  private static long received(Known known, Snapshot here) {
    return known.all().values().stream()
        .map(Kept::word)
        .map(Counterpart::company)
        .flatMap(id -> id.flatMap(company -> here.get(Company.class, company)).stream())
        .filter(company -> company.standing() != Company.Standing.CEASED)
        .count();
  }
}
