package org.escale.tck.sample;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.escale.federation.Centre;
import org.escale.federation.CentreFacts;
import org.escale.federation.CentreId;
import org.escale.federation.CentreProfile;
import org.escale.federation.Label;
import org.escale.federation.LabelId;
import org.escale.federation.NetworkId;
import org.escale.federation.OpeningHours;
import org.escale.federation.Position;
import org.escale.federation.ServiceMonth;
import org.escale.federation.Site;
import org.escale.federation.SiteId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms.Sealed;
import org.escale.terms.TermsId;

/** Two hundred centres, from bare to lavish. */
public final class Centres {
  private static final List<String> REGIONS = List.of("Wallonia", "Brussels", "Flanders", "Mars");
  private static final List<String> EQUIPMENT =
      List.of("printer", "beamer", "video-conference", "ip-telephony", "guest-network", "kitchen");

  private Centres() {}

  /** All of them, the same in every run. */
  public static List<CentreFacts> facts() {
    var random = new Random(7);
    return IntStream.range(0, 200).mapToObj(n -> facts(n, random)).toList();
  }

  /** The same facts with spaces and labels in the opposite order. */
  public static CentreFacts reordered(CentreFacts facts) {
    var spaces = new ArrayList<>(facts.spaces());
    var labels = new ArrayList<>(facts.labels());
    Collections.reverse(spaces);
    Collections.reverse(labels);
    return new CentreFacts(facts.centre(), facts.site(), spaces, labels, facts.service());
  }

  /** A centre of that profile. */
  public static Centre centre(String id, CentreProfile profile) {
    var hours = OpeningHours.always(ZoneId.of("Europe/Brussels"));
    var site = new SiteId("site-" + id);
    return new Centre(
        new CentreId(id), site, "Centre " + id, "classic", Optional.empty(), hours, profile, true);
  }

  /** A space of that kind. */
  public static Space space(CentreId centre, int n, SpaceKind kind) {
    var id = new SpaceId(centre.value() + "-" + n);
    return new Space(
        id, centre, "Space " + n, kind, 1 + n, Map.of(), Set.of(), TruthMode.FEDERATION);
  }

  private static CentreFacts facts(int n, Random random) {
    var centre = centre("c" + n, profile(random));
    var region = REGIONS.get(random.nextInt(REGIONS.size()));
    var position = new Position(50 + random.nextDouble(), 4 + random.nextDouble());
    var site = new Site(centre.site(), "Site " + n, "Town", region, position);
    var kinds = SpaceKind.values();
    var spaces =
        IntStream.range(0, random.nextInt(6))
            .mapToObj(i -> space(centre.id(), i, kinds[random.nextInt(kinds.length)]))
            .toList();
    var labels =
        IntStream.range(0, random.nextInt(4)).mapToObj(i -> label(centre.id(), i)).toList();
    return new CentreFacts(centre, site, spaces, labels, service(n));
  }

  /**
   * Every other centre has a line that is watched, each month a little worse than the one before.
   */
  private static List<ServiceMonth> service(int n) {
    return IntStream.range(0, n % 2 == 0 ? 0 : n % 13)
        .mapToObj(m -> new ServiceMonth(YearMonth.of(2026, 1).plusMonths(m), 30_000, 10L * m * n))
        .toList();
  }

  private static CentreProfile profile(Random random) {
    var equipment = new java.util.TreeSet<String>();
    EQUIPMENT.stream().filter(e -> random.nextInt(4) > 0).forEach(equipment::add);
    return new CentreProfile(
        random.nextInt(60),
        random.nextInt(400),
        random.nextInt(60),
        random.nextInt(5),
        equipment,
        random.nextInt(8) > 0,
        random.nextInt(200),
        random.nextInt(8) > 0);
  }

  private static Label label(CentreId centre, int n) {
    var rule = new Sealed(new RuleRef("sample/label/1"), new TermsId("sample.label.1"));
    return new Label(
        new LabelId(centre.value() + "-l" + n),
        centre,
        new NetworkId("sample-" + n),
        "Label " + n,
        n,
        rule,
        List.of(),
        Optional.empty(),
        Instant.parse("2027-01-01T00:00:00Z"));
  }
}
