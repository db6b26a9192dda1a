package org.escale.rest.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.escale.federation.Centre;
import org.escale.federation.CentreProfile;
import org.escale.federation.Criterion;
import org.escale.federation.Extra;
import org.escale.federation.Label;
import org.escale.federation.Network;
import org.escale.federation.NetworkId;
import org.escale.federation.OpeningHours;
import org.escale.federation.Position;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.rest.call.MoneyView;
import org.escale.terms.DatedTerms;

/** What the directory looks like at this door. */
public final class DirectoryViews {
  private DirectoryViews() {}

  /** A network. */
  public record NetworkView(String id, String name, Map<String, String> about, String colour) {
    /** As kept. */
    public static NetworkView of(Network n) {
      return new NetworkView(n.id().value(), n.name(), n.about(), n.colour());
    }
  }

  /** One dated version of a rule's terms; the digest is what somebody signs who read them. */
  public record TermsView(
      String id,
      String rule,
      Instant validFrom,
      SortedMap<String, String> values,
      String author,
      String digest) {
    /** As kept. */
    public static TermsView of(DatedTerms t) {
      return new TermsView(
          t.id().value(), t.rule().value(), t.validFrom(), t.values(), t.author(), t.digest());
    }
  }

  /** A building. */
  public record SiteView(String id, String name, String town, String region, Position position) {
    /** As kept. */
    public static SiteView of(Site s) {
      return new SiteView(s.id().value(), s.name(), s.town(), s.region(), s.position());
    }
  }

  /** A place of work. */
  public record CentreView(
      String id,
      String siteId,
      String name,
      String kind,
      Optional<String> networkId,
      HoursView hours,
      CentreProfile profile,
      boolean online) {
    /** As kept. */
    public static CentreView of(Centre c) {
      return new CentreView(
          c.id().value(),
          c.site().value(),
          c.name(),
          c.kind(),
          c.home().map(NetworkId::value),
          HoursView.of(c.hours()),
          c.profile(),
          c.online());
    }
  }

  /** When a centre is open, in the wall time of its zone. */
  public record HoursView(String zone, List<DayView> week, Set<LocalDate> closed) {
    /** One opening of one day; {@code to} 00:00 is the day's end. */
    public record DayView(String day, String from, String to) {}

    static HoursView of(OpeningHours hours) {
      var days =
          hours.week().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .flatMap(e -> e.getValue().stream().map(h -> day(e.getKey().name(), h)))
              .toList();
      return new HoursView(hours.zone().getId(), days, hours.closed());
    }

    private static DayView day(String name, OpeningHours.Hours hours) {
      return new DayView(name, hours.from().toString(), hours.to().toString());
    }
  }

  /** A bookable space. */
  public record SpaceView(
      String id,
      String centreId,
      String name,
      SpaceKind kind,
      int seats,
      Map<String, Integer> layouts,
      Set<String> features,
      TruthMode truthMode,
      Optional<HoursView> ceded) {
    /** As kept. */
    public static SpaceView of(Space s) {
      return new SpaceView(
          s.id().value(),
          s.centre().value(),
          s.name(),
          s.kind(),
          s.seats(),
          s.layouts(),
          s.features(),
          s.truth(),
          s.ceded().map(HoursView::of));
    }
  }

  /** A metered service or bookable equipment. */
  public record ExtraView(
      String id,
      String centreId,
      String kind,
      String unit,
      Map<String, String> names,
      MoneyView price,
      int stock) {
    /** As kept. */
    public static ExtraView of(Extra e) {
      return new ExtraView(
          e.id().value(),
          e.centre().value(),
          e.kind(),
          e.unit(),
          e.names(),
          MoneyView.of(e.price()),
          e.stock());
    }
  }

  /** A quality label with what proves it. */
  public record LabelView(
      String id,
      String centreId,
      String networkId,
      String name,
      int stars,
      String rule,
      String terms,
      List<Criterion> evidence,
      Optional<String> territory,
      Instant since) {
    /** As kept. */
    public static LabelView of(Label l) {
      return new LabelView(
          l.id().value(),
          l.centre().value(),
          l.issuer().value(),
          l.name(),
          l.stars(),
          l.rule().rule().value(),
          l.rule().terms().value(),
          l.evidence(),
          l.territory(),
          l.since());
    }
  }
}
