package org.escale.rest;

import static org.escale.caller.Role.EMPLOYER;
import static org.escale.caller.Role.MEMBER;
import static org.escale.caller.Role.RECEPTION;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.caller.Standing;
import org.escale.client.CompanyId;
import org.escale.client.Guest;
import org.escale.client.MemberId;
import org.escale.client.Pseudonym;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.CentreProfile;
import org.escale.federation.Network;
import org.escale.federation.NetworkId;
import org.escale.federation.OpeningHours;
import org.escale.federation.Position;
import org.escale.federation.Site;
import org.escale.federation.SiteId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.money.Money;
import org.escale.terms.Price;
import org.escale.terms.Rounding;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms;
import org.escale.terms.TermsId;
import org.escale.word.TimeSlot;

/** Two centres, a member, an employer, and what a booking between them looks like. */
final class Town {
  static final CentreId MILL = new CentreId("mill");
  static final SpaceId DESK = new SpaceId("mill-desk-1");
  static final Guest ANNE = new Guest("home", new Pseudonym("p-anne"), new Pseudonym("p-acme"));
  static final Instant NINE = Instant.parse("2027-01-04T08:00:00Z");

  private Town() {}

  static void build(Ground ground) {
    ground.put(new Network(new NetworkId("acme"), "Acme", Map.of("en", "A network"), "#112233"));
    ground.put(
        new Site(new SiteId("mill"), "The Mill", "Namur", "Wallonia", new Position(50.4, 4.8)));
    ground.put(
        new Centre(
            MILL,
            new SiteId("mill"),
            "The Mill",
            "classic",
            Optional.of(new NetworkId("acme")),
            OpeningHours.always(ZoneId.of("Europe/Brussels")),
            new CentreProfile(40, 200, 20, 2, Set.of("video-conference"), true, 100, true),
            true));
    ground.put(
        new Space(
            DESK, MILL, "1", SpaceKind.DESK, 1, Map.of(), Set.of("quiet"), TruthMode.FEDERATION));
  }

  static String anne(Tokens tokens) {
    return tokens.know(
        "anne",
        MEMBER,
        new Standing(
            Optional.of(new MemberId("m-anne")),
            Optional.of(ANNE.person()),
            Optional.of(new CompanyId("c-acme")),
            Optional.of(ANNE.company()),
            Optional.empty(),
            Optional.empty()));
  }

  static String employer(Tokens tokens) {
    return tokens.know(
        "boss",
        EMPLOYER,
        new Standing(
            Optional.empty(),
            Optional.empty(),
            Optional.of(new CompanyId("c-acme")),
            Optional.of(ANNE.company()),
            Optional.empty(),
            Optional.empty()));
  }

  static String desk(Tokens tokens) {
    return tokens.know(
        "desk",
        RECEPTION,
        new Standing(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(MILL),
            Optional.empty()));
  }

  static Booking booking(String id, TimeSlot slot) {
    return new Booking(
        new BookingId(id),
        MILL,
        DESK,
        ANNE,
        slot,
        Booking.State.CONFIRMED,
        1,
        List.of(),
        agreement(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  static Agreement agreement() {
    var acme = new NetworkId("acme");
    var billing = sealed("acme/billing/1");
    var terms =
        new Terms(
            billing,
            sealed("acme/visit/1"),
            Duration.ofHours(2),
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofHours(12),
            Rounding.EXACT,
            List.of(new Price("desk", "hour", Money.euro("3.50"))),
            Money.euro("42.00"));
    return new Agreement(acme, acme, billing, terms, Optional.empty(), Optional.empty(), false);
  }

  private static Terms.Sealed sealed(String rule) {
    return new Terms.Sealed(new RuleRef(rule), new TermsId(rule.replace('/', '.')));
  }
}
