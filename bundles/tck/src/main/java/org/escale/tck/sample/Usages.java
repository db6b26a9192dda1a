package org.escale.tck.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecord.Chain;
import org.escale.billing.UsageRecord.Kind;
import org.escale.billing.UsageRecordId;
import org.escale.booking.Agreement;
import org.escale.client.Guest;
import org.escale.client.Pass;
import org.escale.client.PassId;
import org.escale.client.Pseudonym;
import org.escale.federation.Centre;
import org.escale.federation.CentreProfile;
import org.escale.federation.Extra;
import org.escale.federation.ExtraId;
import org.escale.federation.NetworkId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.presence.VisitId;
import org.escale.spi.billing.Facts;
import org.escale.spi.billing.Offer;
import org.escale.spi.billing.Prices;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms;
import org.escale.terms.Terms.Sealed;
import org.escale.terms.TermsId;
import org.escale.word.TimeSlot;

/** Offers, and the records of what was used under them. */
public final class Usages {
  private static final Instant START = Instant.parse("2027-03-01T08:00:00Z");
  private static final Guest GUEST = new Guest("home", new Pseudonym("p-1"), new Pseudonym("k-1"));
  private static final Centre CENTRE =
      Centres.centre("inside", new CentreProfile(40, 200, 20, 2, Set.of(), true, 100, true));
  private static final List<Integer> SECONDS = List.of(1, 4, 59, 61, 899, 3600, 5401, 30000, 43199);
  private static final List<String> UNITS = List.of("1", "12", "0.001", "2.5", "1000000");

  private Usages() {}

  /** An offer, and the prices agreed for it. */
  public record Deal(Offer offer, Prices prices) {}

  /** An offer of each kind of space, for each number of stars, with and without a pass. */
  public static List<Offer> offers() {
    var offers = new ArrayList<Offer>();
    for (var kind : SpaceKind.values()) {
      for (int stars = 0; stars <= 5; stars++) {
        offers.add(offer(kind, stars, Optional.empty()));
        offers.add(offer(kind, stars, Optional.of(pass())));
      }
    }
    return offers;
  }

  /** The same offer of a space that is equal but for its id and name. */
  public static Offer twin(Offer offer) {
    var space = offer.space();
    var twin =
        new Space(
            new SpaceId("twin-of-" + space.id()),
            space.centre(),
            "The other one",
            space.kind(),
            space.seats(),
            space.layouts(),
            space.features(),
            space.truth());
    return new Offer(
        offer.centre(), twin, offer.stars(), offer.slot(), offer.extras(), offer.pass());
  }

  /** Records of every kind used under that deal. */
  public static List<Facts> used(Deal deal) {
    var times = SECONDS.stream().map(s -> record(Kind.TIME, "space", "" + s, deal));
    var absences =
        Stream.of(
            record(Kind.NO_SHOW, "space", "3600", deal),
            record(Kind.NO_SHOW, "photocopy", "7", deal));
    var extras = UNITS.stream().map(n -> record(Kind.EXTRA, "photocopy", n, deal));
    var months = Stream.of(record(Kind.PERIOD, "pass", "1", deal));
    return Stream.of(times, absences, extras, months)
        .flatMap(s -> s)
        .map(r -> new Facts(r, deal.offer().pass()))
        .toList();
  }

  /** The record that takes this one back. */
  public static Facts credit(Facts facts) {
    var r = facts.record();
    var credit =
        new UsageRecord(
            new UsageRecordId(r.id().value() + "-back"),
            r.kind(),
            r.centre(),
            r.space(),
            r.spaceKind(),
            r.guest(),
            r.visit(),
            r.agreement(),
            r.of(),
            r.quantity().negate(),
            r.unit(),
            r.slot(),
            r.closing(),
            r.producer() + "-back",
            Optional.of(r.id()),
            Chain.NONE);
    return new Facts(credit, facts.pass());
  }

  /** One record under that deal. */
  public static UsageRecord record(Kind kind, String of, String quantity, Deal deal) {
    var offer = deal.offer();
    var period = kind == Kind.PERIOD;
    return new UsageRecord(
        new UsageRecordId("u-" + kind + "-" + quantity),
        kind,
        period ? Optional.empty() : Optional.of(offer.centre().id()),
        period ? Optional.empty() : Optional.of(offer.space().id()),
        period ? Optional.empty() : Optional.of(offer.space().kind()),
        GUEST,
        period ? Optional.empty() : Optional.of(new VisitId("v-1")),
        agreement(deal),
        of.equals("space") ? offer.space().id().value() : of,
        new BigDecimal(quantity),
        unit(kind, of),
        offer.slot(),
        Optional.empty(),
        "sample:" + kind + quantity,
        Optional.empty(),
        Chain.NONE);
  }

  private static String unit(Kind kind, String of) {
    return switch (kind) {
      case EXTRA -> "page";
      case PERIOD -> "month";
      case TIME -> "second";
      case NO_SHOW -> of.equals("space") ? "second" : "page";
    };
  }

  private static Offer offer(SpaceKind kind, int stars, Optional<Pass> pass) {
    var slot = new TimeSlot(START, START.plus(Duration.ofHours(8)));
    var space = Centres.space(CENTRE.id(), 1, kind);
    var copy =
        new Extra(
            new ExtraId("inside-copy"),
            CENTRE.id(),
            "photocopy",
            "page",
            Map.of(),
            Money.euro("0.15"),
            0);
    return new Offer(CENTRE, space, stars, slot, List.of(copy), pass);
  }

  private static Pass pass() {
    var year = new TimeSlot(START.minus(Duration.ofDays(60)), START.plus(Duration.ofDays(60)));
    return new Pass(
        new PassId("pass-1"), new NetworkId("sample"), GUEST, "pass", Set.of(CENTRE.id()), year);
  }

  private static Agreement agreement(Deal deal) {
    var prices = deal.prices();
    var billing = new Sealed(new RuleRef("sample/billing/1"), new TermsId("sample.billing.1"));
    var visit = new Sealed(new RuleRef("sample/visit/1"), new TermsId("sample.visit.1"));
    var terms =
        new Terms(
            billing,
            visit,
            Duration.ofHours(2),
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofHours(12),
            prices.rounding(),
            prices.list(),
            prices.ceiling());
    var sample = new NetworkId("sample");
    var pass = deal.offer().pass().map(Pass::id);
    return new Agreement(sample, sample, billing, terms, pass, Optional.empty(), false);
  }
}
