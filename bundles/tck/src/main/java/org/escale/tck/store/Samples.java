package org.escale.tck.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.adapter.ForeignTime;
import org.escale.adapter.ForeignTimeId;
import org.escale.billing.Invoice;
import org.escale.billing.InvoiceId;
import org.escale.billing.LedgerEntry;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.TransactionId;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.client.CompanyId;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.Guest;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.escale.federation.ExtraId;
import org.escale.federation.NetworkId;
import org.escale.federation.Site;
import org.escale.federation.SiteId;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.presence.Closing;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.terms.RuleRef;
import org.escale.word.Reader;
import org.escale.word.TimeSlot;

/** Words to test with; the ids of one object meet those of no other. */
public final class Samples {
  /** A Monday morning. */
  public static final Instant MONDAY = Instant.parse("2027-03-01T08:00:00Z");

  private final String prefix;

  /** Names of their own. */
  public Samples() {
    this("s" + UUID.randomUUID().toString().substring(0, 13) + "-");
  }

  /** Names that begin so. */
  public Samples(String prefix) {
    this.prefix = prefix;
  }

  /** A name that nobody else has. */
  public String name(String name) {
    return prefix + name;
  }

  /** A calendar line. */
  public SpaceId space(String name) {
    return new SpaceId(name(name));
  }

  /** From and to in hours after {@link #MONDAY}. */
  public static TimeSlot slot(double from, double to) {
    return new TimeSlot(
        MONDAY.plusSeconds((long) (from * 3600)), MONDAY.plusSeconds((long) (to * 3600)));
  }

  /** A person of one company. */
  public Guest guest(String name) {
    return new Guest("home", new Pseudonym(name("p-" + name)), new Pseudonym(name("company")));
  }

  /** What a centre's own system says of a line. */
  public ForeignTime foreign(String id, SpaceId space, TimeSlot... slots) {
    return new ForeignTime(
        new ForeignTimeId(name(id)),
        new CentreId(name("centre")),
        space,
        "foreign-" + id,
        "1",
        List.of(slots));
  }

  /** A confirmed booking by a guest of its own. */
  public Booking booking(String id, SpaceId space, TimeSlot slot) {
    return new Booking(
        new BookingId(name(id)),
        new CentreId(name("centre")),
        space,
        guest(id),
        slot,
        Booking.State.CONFIRMED,
        1,
        List.of(),
        SampleTerms.agreement(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** The same booking with pieces of equipment. */
  public static Booking with(Booking b, SpaceId... pieces) {
    var line = new Booking.Line(new ExtraId("beamer"), pieces.length, List.of(pieces));
    return new Booking(
        b.id(),
        b.centre(),
        b.space(),
        b.guest(),
        b.slot(),
        b.state(),
        b.people(),
        List.of(line),
        b.agreement(),
        b.heldUntil(),
        b.walkIn(),
        b.series(),
        b.end(),
        b.move());
  }

  /** An open visit. */
  public Visit visit(String id, Guest guest) {
    return new Visit(
        new VisitId(name(id)),
        guest,
        new CentreId(name("centre")),
        space("desk"),
        new BookingId(name(id)),
        slot(0, 1),
        SampleTerms.agreement(),
        MONDAY,
        Optional.empty(),
        Money.euro("12.50"),
        Optional.empty());
  }

  /** How a visit was closed. */
  public static Closing closing() {
    return new Closing(
        MONDAY.plusSeconds(1800),
        Closing.By.CHECK_OUT,
        new RuleRef("acme/visit/1"),
        "visit.checked-out");
  }

  /** An hour of use in one of the centres. */
  public UsageRecord usage(String id, String centre, String issuer) {
    return usage(id, new CentreId(name(centre)), issuer);
  }

  /** An hour of use in a centre that others may use too. */
  public UsageRecord usageAt(CentreId centre, String id) {
    return usage(id, centre, "home");
  }

  private UsageRecord usage(String id, CentreId centre, String issuer) {
    var home = guest(id);
    return new UsageRecord(
        new UsageRecordId(name(id)),
        UsageRecord.Kind.TIME,
        Optional.of(centre),
        Optional.of(space("desk")),
        Optional.of(SpaceKind.DESK),
        new Guest(issuer, home.person(), home.company()),
        Optional.of(new VisitId(name(id))),
        SampleTerms.agreement(),
        "desk \"7\" \\ caf\u00e9\n",
        new BigDecimal("3600.50"),
        "second",
        slot(0, 1),
        Optional.of(closing()),
        name("visit:" + id),
        Optional.empty(),
        UsageRecord.Chain.NONE);
  }

  /** A credit with a floor in euro. */
  public Credit credit(String id, String floor) {
    return new Credit(
        new CreditId(name(id)),
        new CompanyId(name("company")),
        new Pseudonym(name("company")),
        Optional.empty(),
        Money.euro(floor));
  }

  /** So much from one account to another. */
  public LedgerTransaction transfer(String id, String from, String to, String amount) {
    return new LedgerTransaction(
        new TransactionId(name(id)),
        MONDAY,
        name("about"),
        List.of(
            new LedgerEntry(from, Money.euro(amount).negated()),
            new LedgerEntry(to, Money.euro(amount))),
        Set.of(Reader.FEDERATION));
  }

  /** An invoice of that seller, issued then. */
  public Invoice invoice(String id, String seller, Instant at) {
    return new Invoice(
        new InvoiceId(name(id)),
        "",
        new NetworkId(name(seller)),
        new CompanyId(name("company")),
        new Pseudonym(name("company")),
        YearMonth.of(2027, 3),
        List.of(),
        Money.ZERO,
        at);
  }

  /** A public word that anybody may read. */
  public Site site(String id, String town) {
    return new Site(
        new SiteId(name(id)),
        name(town),
        town,
        "Wallonie",
        new org.escale.federation.Position(50.4, 4.4));
  }

  /** Details of an effect. */
  public static Map<String, String> details() {
    return Map.of("a", "1", "b", "\u00e9");
  }
}
