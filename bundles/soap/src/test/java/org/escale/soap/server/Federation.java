package org.escale.soap.server;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.billing.Invoice;
import org.escale.billing.InvoiceId;
import org.escale.billing.Payout;
import org.escale.billing.PayoutId;
import org.escale.billing.SettlementId;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.client.CompanyId;
import org.escale.client.Guest;
import org.escale.client.PassId;
import org.escale.client.Pseudonym;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.CentreProfile;
import org.escale.federation.ExtraId;
import org.escale.federation.NetworkId;
import org.escale.federation.OpeningHours;
import org.escale.federation.Position;
import org.escale.federation.SiteId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.money.Money;
import org.escale.presence.Closing;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.service.Search;
import org.escale.terms.Price;
import org.escale.terms.Rounding;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms;
import org.escale.terms.TermsId;
import org.escale.word.TimeSlot;

/** One of each word, with every optional part filled. */
final class Federation {
  static final TimeSlot SLOT =
      new TimeSlot(Instant.parse("2027-03-01T08:00:00Z"), Instant.parse("2027-03-01T12:00:00Z"));
  static final Guest GUEST = new Guest("home", new Pseudonym("p-1"), new Pseudonym("c-1"));
  private static final CentreId CENTRE = new CentreId("axis");
  private static final SpaceId DESK = new SpaceId("axis-desk-1");
  private static final NetworkId NETWORK = new NetworkId("acme");
  private static final TermsId TERMS = new TermsId("acme.billing.1");

  private Federation() {}

  static Agreement agreement() {
    var terms =
        new Terms(
            new Terms.Sealed(new RuleRef("acme/billing/1"), TERMS),
            new Terms.Sealed(new RuleRef("acme/visit/1"), new TermsId("acme.visit.1")),
            Duration.ofHours(2),
            Duration.ofMinutes(30),
            Duration.ofMinutes(15),
            Duration.ofHours(12),
            new Rounding(Duration.ofMinutes(15)),
            List.of(new Price("desk", "hour", Money.euro("4.50"))),
            Money.euro("54.00"));
    return new Agreement(
        NETWORK,
        NETWORK,
        terms.billing(),
        terms,
        Optional.of(new PassId("pass-1")),
        Optional.empty(),
        false);
  }

  static Booking booking() {
    return new Booking(
        new BookingId("b-1"),
        CENTRE,
        DESK,
        GUEST,
        SLOT,
        Booking.State.CANCELLED,
        1,
        List.of(new Booking.Line(new ExtraId("beamer"), 2, List.of())),
        agreement(),
        Optional.of(SLOT.from()),
        false,
        Optional.of("weekly"),
        Optional.of(new Booking.End("anna", SLOT.from(), "ill & <away>")));
  }

  static Visit visit() {
    var closing =
        new Closing(SLOT.to(), Closing.By.CHECK_OUT, new RuleRef("acme/visit/1"), "check-out");
    return new Visit(
        new VisitId("v-1"),
        GUEST,
        CENTRE,
        DESK,
        new BookingId("b-1"),
        SLOT,
        agreement(),
        SLOT.from(),
        Optional.of(SLOT.from()),
        Money.euro("54.00"),
        Optional.of(closing));
  }

  static Session session() {
    return new Session(
        new GrantId("g-1"),
        1,
        new VisitId("v-1"),
        GUEST,
        CENTRE,
        Session.State.OPEN,
        101,
        "sealed",
        SLOT.from(),
        SLOT.to(),
        Optional.empty(),
        Optional.empty());
  }

  static UsageRecord record() {
    return new UsageRecord(
        new UsageRecordId("u-1"),
        UsageRecord.Kind.EXTRA,
        Optional.of(CENTRE),
        Optional.of(DESK),
        Optional.of(SpaceKind.DESK),
        GUEST,
        Optional.of(new VisitId("v-1")),
        agreement(),
        "page",
        new BigDecimal("12"),
        "page",
        SLOT,
        visit().closing(),
        "copier:42",
        Optional.of(new UsageRecordId("u-0")),
        new UsageRecord.Chain("centre:axis", 7, "ab", "cd", 3, "ef"));
  }

  static Invoice invoice() {
    return new Invoice(
        new InvoiceId("i-1"),
        "acme-2027-0001",
        NETWORK,
        new CompanyId("pear"),
        new Pseudonym("c-1"),
        YearMonth.of(2027, 2),
        List.of(
            new Invoice.Line(
                1,
                "Desks",
                "R&D",
                new BigDecimal("4"),
                "hour",
                Money.euro("18.00"),
                List.of(new org.escale.billing.ChargeId("ch-1")))),
        Money.euro("18.00"),
        SLOT.to());
  }

  static Payout payout() {
    return new Payout(
        new PayoutId("o-1"),
        new SettlementId("s-1"),
        CENTRE,
        NETWORK,
        YearMonth.of(2027, 2),
        new BigDecimal("4"),
        Money.euro("12.00"),
        List.of(new UsageRecordId("u-1")),
        SLOT.to());
  }

  static Search.Found found() {
    var space =
        new Space(
            DESK,
            CENTRE,
            "By the window",
            SpaceKind.DESK,
            1,
            Map.of(),
            Set.of("window", "quiet"),
            TruthMode.FEDERATION);
    var centre =
        new Centre(
            CENTRE,
            new SiteId("axis"),
            "Axis",
            "classic",
            Optional.of(NETWORK),
            OpeningHours.always(ZoneOffset.UTC),
            new CentreProfile(40, 500, 20, 2, Set.of(), true, 100, true),
            true);
    return new Search.Found(
        space, centre, new Position(50.46, 4.86), 3, 1.23456, agreement(), SLOT.from(), true);
  }
}
