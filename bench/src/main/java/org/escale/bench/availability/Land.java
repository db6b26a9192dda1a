package org.escale.bench.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escale.federation.Affiliation;
import org.escale.federation.AffiliationId;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.CentreProfile;
import org.escale.federation.NetworkId;
import org.escale.federation.OpeningHours;
import org.escale.federation.Position;
import org.escale.federation.Site;
import org.escale.federation.SiteId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms.Sealed;
import org.escale.terms.TermsId;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/**
 * So many centres with so many desks each, somewhere between Paris and Amsterdam, and a million
 * bookings of an hour within 400 days, from a seed number.
 */
record Land(int centres, int desks, List<Position> positions) {
  static final Instant START = Instant.parse("2027-03-01T00:00:00Z");
  private static final int BOOKINGS = 1_000_000;
  private static final int HOURS = 400 * 24;
  private static final NetworkId NETWORK = new NetworkId("mobispot");
  private static final CentreProfile PROFILE =
      new CentreProfile(40, 167, 27, 3, Set.of(), true, 100, true);
  private static final OpeningHours ALWAYS = OpeningHours.always(ZoneOffset.UTC);
  private static final Sealed TERMS =
      new Sealed(new RuleRef("mobispot/affiliation/1"), new TermsId("mobispot.affiliation.1"));

  /** With that many. */
  static Land of(int centres, int desks) {
    var random = new Random(7);
    var positions = Stream.generate(() -> somewhere(random)).limit(centres).toList();
    return new Land(centres, desks, positions);
  }

  /** Anywhere in it. */
  static Position somewhere(Random random) {
    return new Position(48.8 + random.nextDouble() * 3.6, 2.3 + random.nextDouble() * 4.2);
  }

  /** What a desk is called; in the order of their names, too. */
  static String desk(int number) {
    return "d%07d".formatted(number);
  }

  /** Every word of it. */
  Stream<Word> words() {
    return IntStream.range(0, centres).boxed().flatMap(this::centre);
  }

  /** The bookings of a desk: none overlaps another. */
  List<TimeSlot> bookings(int desk) {
    int each = Math.max(1, BOOKINGS / (centres * desks));
    int stride = HOURS / each;
    var random = new Random(desk * 0x9E3779B97F4A7C15L); // neighbours begin unlike
    var all = new ArrayList<TimeSlot>();
    for (int i = 0; i < each; i++) {
      var from = START.plus(Duration.ofHours((long) i * stride + random.nextInt(stride)));
      all.add(new TimeSlot(from, from.plus(Duration.ofHours(1))));
    }
    return all;
  }

  private Stream<Word> centre(int n) {
    var id = "c" + n;
    var centre = new CentreId(id);
    var place =
        Stream.<Word>of(
            new Site(new SiteId(id), id, id, "Wallonia", positions.get(n)),
            new Centre(
                centre, new SiteId(id), id, "classic", Optional.of(NETWORK), ALWAYS, PROFILE, true),
            new Affiliation(
                new AffiliationId("mobispot." + id),
                centre,
                NETWORK,
                Affiliation.State.ACTIVE,
                TERMS,
                List.of(),
                List.of(),
                "",
                Optional.empty(),
                Optional.of(Instant.EPOCH),
                Optional.empty()));
    var first = n * desks;
    var spaces = IntStream.range(first, first + desks).<Word>mapToObj(d -> space(centre, d));
    return Stream.concat(place, spaces);
  }

  private static Word space(CentreId centre, int desk) {
    return new Space(
        new SpaceId(desk(desk)),
        centre,
        "Desk",
        SpaceKind.DESK,
        1,
        Map.of(),
        Set.of(),
        TruthMode.FEDERATION);
  }
}
