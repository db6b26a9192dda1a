package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.billing.Charge;
import org.escale.billing.LedgerEntry;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.TransactionId;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.MemberId;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.core.secrets.Sha256;
import org.escale.federation.CentreId;
import org.escale.money.Money;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes.Seen;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Who may come while a line is away, and what the hub makes of who came (law S5, D8). */
public class LineListTest {
  private static final CentreId X = new CentreId("x");

  private final Hall hall = new Hall();
  private ToyBox box;
  private Instant nine;

  @Before
  public void aBoxWithOneCededDesk() {
    box = new ToyBox(hall, 1);
    box.beats();
    nine = hall.house.clock.instant();
  }

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void s5_theListNamesNobodyAndHoldsNoCodeThatCouldBeUsedAnywhere() {
    hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    var list = box.entitlements();
    var lines = list.lines().filter(line -> line.startsWith("admit ")).toList();
    assertEquals("bob by his booking, ann on the ceded desk", 2, lines.size());
    assertTrue(list, list.contains("\ndesk x-2 2027-03-01T17:00:00Z\n"));
    for (var name : List.of("ann", "bob", "p-ann", "p-bob", "p-c", code("ann"), code("bob"))) {
      assertFalse(name, list.contains(name));
    }
    assertFalse("salted", list.contains(Sha256.of(code("bob"))));
    var salt = list.lines().filter(l -> l.startsWith("salt ")).findFirst().orElseThrow();
    assertTrue(list.contains(Sha256.of(salt.substring(5) + code("bob"))));
  }

  @Test
  public void s5_whoIsNotAllowedIsNotOnIt() {
    var list = box.entitlements();
    assertEquals(2, admitted(list));
    hall.walkIn("ann");
    assertEquals("who is there already", 1, admitted(box.entitlements()));
    overdue();
    assertEquals("whose company owes", 0, admitted(box.entitlements()));
  }

  @Test
  public void s1_aCodeOpensOneVisit() {
    var first = code("bob");
    assertEquals(first, code("bob"));
    var visit = hall.walkIn("bob");
    hall.leave("bob", visit);
    assertFalse(first.equals(code("bob")));
    assertFalse(first.equals(code("ann")));
    refused(
        RefusalCode.NOT_FOUND,
        hall.reception.lineCode(
            hall.house.member("ann"), new MemberId("bob"), X, Optional.empty()));
  }

  @Test
  public void s5_d8_whoBookedCameInAtTheBoxsTimeAndIsBilledOnce() {
    var booking = hall.book("bob", "x-1", "2027-03-01T09:00:00Z", Duration.ofHours(2));
    var grant = grant("booking/" + booking.id());
    var code = code("bob");
    hall.pass(Duration.ofHours(8));
    var came = Instant.parse("2027-03-01T09:05:00Z");
    var seen =
        new Seen[] {
          new Seen(1, "ADMIT", grant, came, "booking/" + booking.id()),
          new Seen(2, "START", grant, came.plusSeconds(10)),
          new Seen(3, "STOP", grant, came.plusSeconds(3600))
        };
    for (int again = 0; again < 3; again++) {
      assertEquals(Long.valueOf(3), Answers.done(box.tells(seen)));
    }
    box.beats();
    hall.pass(Duration.ofMinutes(1));
    var visit = only();
    assertEquals(booking.id(), visit.booking());
    assertEquals(came, visit.startedAt());
    assertEquals(By.GATEWAY, visit.closing().orElseThrow().by());
    assertEquals(came.plusSeconds(3600), visit.closing().orElseThrow().at());
    assertEquals(Booking.State.FULFILLED, booking(booking.id()).state());
    assertEquals(1, hall.records(visit).size());
    assertEquals(List.of(Money.euro("6.00")), charges());
    assertEquals("the code was its key", grant, hall.session(visit).id().value());
    assertFalse("and is none any more", code.equals(code("bob")));
  }

  @Test
  public void s5_aMemberOnACededDeskIsTakenOverAndTheNextBestIsTrueWhereTheDeskIsGone() {
    var both = grants("desk");
    var grant = both.get(0);
    var other = both.get(1);
    var at = nine.plusSeconds(600);
    hall.pass(Duration.ofHours(1));
    Answers.done(box.tells(new Seen(1, "ADMIT", grant, at, "desk/x-2")));
    assertEquals("x-2", only().space().value());
    assertTrue(only().open());
    Answers.done(box.tells(new Seen(2, "ADMIT", other, at, "desk/x-2")));
    assertEquals(
        Set.of("x-1", "x-2"),
        Set.copyOf(hall.all(Visit.class).stream().map(v -> v.space().value()).toList()));
  }

  @Test
  public void s5_whatCannotBeIsSetAsideAndHoldsUpNothing() {
    var unknown = "line:" + "0".repeat(20) + ":20270301:0";
    var known = grant("desk");
    Answers.done(
        box.tells(
            new Seen(1, "ADMIT", unknown, nine, "desk/x-2"),
            new Seen(2, "STOP", unknown, nine.plusSeconds(60)),
            new Seen(3, "ADMIT", known, nine, "desk/x-2")));
    assertEquals(1, hall.all(Visit.class).size());
    hall.pass(Duration.ofHours(1));
    assertEquals(1, hall.all(Visit.class).size());
  }

  @Test
  public void u1_whoWasElsewhereMeanwhileIsTakenOverWhenThatVisitIsOver() {
    hall.centre("y", 1);
    var grant = grant("desk");
    var who = who(grant);
    var at = nine.plusSeconds(60);
    hall.pass(Duration.ofHours(2));
    var elsewhere = hall.walkIn(who, "y");
    Answers.done(
        box.tells(
            new Seen(1, "ADMIT", grant, at, "desk/x-2"),
            new Seen(2, "STOP", grant, at.plusSeconds(1800))));
    assertEquals(1, hall.all(Visit.class).size());
    hall.leave(who, elsewhere);
    hall.pass(Duration.ofSeconds(30));
    box.beats();
    hall.pass(Duration.ofSeconds(30));
    assertEquals(2, hall.all(Visit.class).size());
    var visit =
        hall.all(Visit.class).stream().filter(v -> v.centre().equals(X)).findFirst().orElseThrow();
    assertEquals(at, visit.startedAt());
    assertEquals(at.plusSeconds(1800), visit.closing().orElseThrow().at());
  }

  @Test
  public void r10_nothingPassesTheFloorOfACreditAndThePursesAreShared() {
    topUp("40.00");
    assertTrue(box.entitlements(), box.entitlements().matches("(?s).*\npurse [0-9a-f]{20} 4000\n"));
    assertTrue(
        "the ceiling of a desk until the evening, from that purse",
        box.entitlements().matches("(?s).* 5400 [0-9a-f]{20} desk\n.*"));
    var other = new ToyBox(hall, "box-2", 0);
    assertTrue(box.entitlements().matches("(?s).*\npurse [0-9a-f]{20} 2000\n"));
    assertTrue(other.entitlements().startsWith("escale-entitlements 1\nbox box-2\n"));
    var grant = grant("desk");
    Answers.done(box.tells(new Seen(1, "ADMIT", grant, nine, "desk/x-2")));
    assertEquals("what is left, no more", Money.euro("40.00"), only().reserved());
    assertEquals(Money.ZERO, hall.house.store.balance("credit:k"));
  }

  private List<Money> charges() {
    return hall.all(Charge.class).stream().map(Charge::amount).toList();
  }

  private Visit only() {
    var all = hall.all(Visit.class);
    assertEquals(1, all.size());
    return all.get(0);
  }

  private Booking booking(BookingId id) {
    return hall.all(Booking.class).stream()
        .filter(b -> b.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private String code(String member) {
    return Answers.done(
            hall.reception.lineCode(
                hall.house.member(member), new MemberId(member), X, Optional.empty()))
        .code();
  }

  private String grant(String place) {
    return grants(place).get(0);
  }

  private List<String> grants(String place) {
    return box.entitlements()
        .lines()
        .filter(line -> line.startsWith("admit ") && line.endsWith(" " + place))
        .map(line -> line.split(" ", -1)[1])
        .toList();
  }

  /** Whose code it is: the digest on the list says so to who knows the codes. */
  private String who(String grant) {
    var list = box.entitlements();
    var salt = list.lines().filter(l -> l.startsWith("salt ")).findFirst().orElseThrow();
    var line = list.lines().filter(l -> l.contains(" " + grant + " ")).findFirst().orElseThrow();
    return line.contains(Sha256.of(salt.substring(5) + code("ann"))) ? "ann" : "bob";
  }

  private static long admitted(String list) {
    return list.lines().filter(line -> line.startsWith("admit ")).count();
  }

  private void overdue() {
    var kept = hall.house.snapshots.now().kept(Company.class, new CompanyId("c")).orElseThrow();
    hall.house.put(kept.word().with(Company.Standing.OVERDUE), kept.revision());
  }

  private void topUp(String euro) {
    hall.house.put(
        new Credit(
            new CreditId("k"),
            new CompanyId("c"),
            new Pseudonym("p-c"),
            Optional.empty(),
            Money.ZERO));
    var amount = Money.euro(euro);
    hall.house.commits.commit(
        Change.of(
            new Write.Post(
                new LedgerTransaction(
                    new TransactionId("top-up"),
                    nine,
                    "k",
                    List.of(
                        new LedgerEntry("credit:k", amount),
                        new LedgerEntry("cash", amount.negated())),
                    Set.of()))));
  }
}
