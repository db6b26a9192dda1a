package org.escale.core.boxes;

import static org.junit.Assert.assertEquals;

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
import org.escale.presence.Visit;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.junit.After;
import org.junit.Before;

/** A hall with a box, and what its list says. */
abstract class LineHall {
  static final CentreId X = new CentreId("x");

  final Hall hall = new Hall();
  ToyBox box;
  Instant nine;

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

  List<Money> charges() {
    return hall.all(Charge.class).stream().map(Charge::amount).toList();
  }

  Visit only() {
    var all = hall.all(Visit.class);
    assertEquals(1, all.size());
    return all.get(0);
  }

  Booking booking(BookingId id) {
    return hall.all(Booking.class).stream()
        .filter(b -> b.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  String code(String member) {
    return Answers.done(
            hall.reception.lineCode(
                hall.house.member(member), new MemberId(member), X, Optional.empty()))
        .code();
  }

  String grant(String place) {
    return grants(place).get(0);
  }

  List<String> grants(String place) {
    return box.entitlements()
        .lines()
        .filter(line -> line.startsWith("admit ") && line.endsWith(" " + place))
        .map(line -> line.split(" ", -1)[1])
        .toList();
  }

  /** Whose code it is: the digest on the list says so to who knows the codes. */
  String who(String grant) {
    var list = box.entitlements();
    var salt = list.lines().filter(l -> l.startsWith("salt ")).findFirst().orElseThrow();
    var line = list.lines().filter(l -> l.contains(" " + grant + " ")).findFirst().orElseThrow();
    return line.contains(Sha256.of(salt.substring(5) + code("ann"))) ? "ann" : "bob";
  }

  static long admitted(String list) {
    return list.lines().filter(line -> line.startsWith("admit ")).count();
  }

  void overdue() {
    var kept = hall.house.snapshots.now().kept(Company.class, new CompanyId("c")).orElseThrow();
    hall.house.put(kept.word().with(Company.Standing.OVERDUE), kept.revision());
  }

  void topUp(String euro) {
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
