package org.escale.core.presence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.escale.access.Box;
import org.escale.booking.Booking;
import org.escale.client.Pseudonym;
import org.escale.core.commits.Commits;
import org.escale.core.rights.Purse;
import org.escale.core.secrets.Sha256;
import org.escale.core.sessions.Segments;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
import org.escale.money.Money;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Write;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What a box has to know to let people in while its line is away: no name, no code, and no digest
 * that fits anywhere else. What a purse may be spent for is shared out between all boxes, so that
 * all of them together stay within it. Safe for many threads.
 */
@Component(service = LineList.class)
public final class LineList {
  private final Snapshots snapshots;
  private final Commits commits;
  private final Purse purse;
  private final LineCodes codes;
  private final LinePeople people;
  private final LineHolds holds;

  /** Of those people. */
  @Activate
  public LineList(
      @Reference Snapshots snapshots,
      @Reference Commits commits,
      @Reference Purse purse,
      @Reference LineCodes codes,
      @Reference LinePeople people,
      @Reference LineHolds holds) {
    this.snapshots = snapshots;
    this.commits = commits;
    this.purse = purse;
    this.codes = codes;
    this.people = people;
    this.holds = holds;
  }

  /** By what the digests for a box are salted; nothing where there are no codes. */
  public String salt(Box box) {
    return codes.keys().map(keys -> keys.salt(box.id())).orElse("");
  }

  /**
   * Lines {@code desk}, {@code purse} and {@code admit}, as docs/box.md says.
   *
   * @throws org.escale.spi.store.StoreException if they cannot be read
   */
  public String lines(Box box, Instant now, Instant until) {
    holds.settle(box.id(), now);
    var centre = snapshots.now().get(Centre.class, box.centre());
    var keys = codes.keys();
    return centre.isEmpty() || keys.isEmpty()
        ? ""
        : text(box, centre.get(), keys.get(), new TimeSlot(now, until));
  }

  private String text(Box box, Centre centre, LineKeys keys, TimeSlot period) {
    var company = people.at(snapshots.now(), centre, period);
    var zone = centre.hours().zone();
    var visits = codes.visits(centre.id(), LocalDate.ofInstant(period.from(), zone), zone);
    var purses = new Purses();
    var lines = new ArrayList<String>();
    company.desks().stream()
        .map(desk -> "desk %s %s\n".formatted(desk.space().id(), desk.slot().to()))
        .forEach(lines::add);
    for (var expected : company.expected()) {
      var day = LocalDate.ofInstant(expected.slot().from(), zone);
      long before = LineCodes.on(visits, day, zone).filter(visit -> is(visit, expected)).count();
      var segment = segment(centre, expected.person().guest().company());
      if (segment.isPresent()) {
        var handle = keys.handle(centre.id(), expected.person().guest().person());
        var grant = LineKeys.grant(handle, day, before);
        var digest = Sha256.of(keys.salt(box.id()) + keys.code(grant));
        var pays = pays(centre, keys, expected, purses);
        lines.add(
            "admit %s %d %s ".formatted(grant, segment.get(), digest) + when(expected) + pays);
      }
    }
    int boxes = Math.max(1, enrolled());
    purses.left.forEach(
        (purse, left) ->
            lines.add(
                "purse %s %d\n".formatted(keys.purse(centre.id(), purse), share(left, boxes))));
    holds.listed(box, purses.spendable(boxes));
    return lines.stream().collect(Collectors.joining());
  }

  /** Purses by their own names: what is left in each, and what all who are listed may come to. */
  private static final class Purses {
    private final Map<String, Money> left = new TreeMap<>();
    private final Map<String, Money> most = new TreeMap<>();

    void add(String purse, Money now, Money ceiling) {
      left.put(purse, now);
      most.merge(purse, ceiling, Money::plus);
    }

    /** What the list lets be spent of each. */
    Map<String, Money> spendable(int boxes) {
      var all = new TreeMap<String, Money>();
      left.forEach(
          (purse, now) -> {
            var share = Money.euro(BigDecimal.valueOf(share(now, boxes), 2).toPlainString());
            all.put(purse, share.compareTo(most.get(purse)) < 0 ? share : most.get(purse));
          });
      return all;
    }
  }

  private static String when(LinePeople.Expected expected) {
    return "%s %s %s %d "
        .formatted(
            expected.slot().from(),
            expected.slot().to(),
            expected.end(),
            expected.agreement().terms().longestVisit().toSeconds());
  }

  /** The most that it may come to, from which purses, and at which place. */
  private String pays(Centre centre, LineKeys keys, LinePeople.Expected expected, Purses purses) {
    var agreed = expected.agreement();
    var limits =
        agreed.own()
            ? Map.<String, Money>of()
            : purse.limits(snapshots.now(), expected.person(), expected.slot().from());
    var names = new ArrayList<String>();
    limits.forEach(
        (purse, left) -> {
          purses.add(purse, left, agreed.terms().ceiling());
          names.add(keys.purse(centre.id(), purse));
        });
    var place = expected.booking().map(Booking::id).map(id -> "booking/" + id).orElse("desk");
    var from = names.isEmpty() ? "-" : String.join(",", names);
    return "%d %s %s\n".formatted(cents(agreed.terms().ceiling()), from, place);
  }

  /** The company's channel there, which the box has to know before anybody comes. */
  private Optional<Integer> segment(Centre centre, Pseudonym company) {
    var drawn = Segments.draw(snapshots.now(), centre.id(), company);
    if (!(drawn instanceof Outcome.Done<Segments.Drawn> done)) {
      return Optional.empty();
    }
    var known = done.value();
    List<Write> writes = known.writes();
    var kept =
        writes.isEmpty()
            || commits.commit(Change.of(writes.toArray(Write[]::new)))
                instanceof CommitOutcome.Committed;
    return kept ? Optional.of(known.number()) : Optional.empty();
  }

  private int enrolled() {
    return (int)
        snapshots.now().all(Box.class).stream()
            .filter(box -> box.state() == Box.State.ENROLLED)
            .count();
  }

  private static long share(Money left, int boxes) {
    return Math.max(0, cents(left)) / boxes;
  }

  private static long cents(Money money) {
    return money.amount().movePointRight(2).longValueExact();
  }

  private static boolean is(Visit visit, LinePeople.Expected expected) {
    return visit.guest().equals(expected.person().guest());
  }
}
