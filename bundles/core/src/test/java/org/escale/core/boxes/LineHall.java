package org.escale.core.boxes;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
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
import org.escale.refusal.Outcome;
import org.escale.service.Reception.Badge;
import org.escale.spi.store.Change;
import org.escale.spi.store.Outbox.Message;
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
    return Answers.done(asks(member, X, Optional.empty())).code();
  }

  /** Somebody asks for the own code there, of that day or today. */
  Outcome<Badge> asks(String member, CentreId centre, Optional<LocalDate> on) {
    return hall.reception.lineCode(hall.house.member(member), new MemberId(member), centre, on);
  }

  /** What was told and could not be done. */
  List<Message> waits() {
    return hall.house.store.messages("box-told", 1000);
  }

  /** A line of the list: somebody who may come. */
  record Admit(
      String grant,
      int segment,
      String digest,
      Instant from,
      Instant to,
      Instant end,
      long longest,
      long cents,
      String purses,
      String place) {
    private static Admit of(String... w) {
      return new Admit(
          w[1],
          Integer.parseInt(w[2]),
          w[3],
          Instant.parse(w[4]),
          Instant.parse(w[5]),
          Instant.parse(w[6]),
          Long.parseLong(w[7]),
          Long.parseLong(w[8]),
          w[9],
          w[10]);
    }
  }

  List<Admit> admits() {
    return box.entitlements()
        .lines()
        .filter(line -> line.startsWith("admit "))
        .map(line -> Admit.of(line.split(" ", -1)))
        .toList();
  }

  List<Admit> admits(String place) {
    return admits().stream().filter(admit -> admit.place().equals(place)).toList();
  }

  /** That code as it would stand on the list. */
  String digest(String code) {
    var salt =
        box.entitlements().lines().filter(l -> l.startsWith("salt ")).findFirst().orElseThrow();
    return Sha256.of(salt.substring("salt ".length()) + code);
  }

  String grant(String place) {
    return grants(place).get(0);
  }

  List<String> grants(String place) {
    return admits(place).stream().map(Admit::grant).toList();
  }

  /** Whose code it is: the digest on the list says so to who knows the codes. */
  String who(String grant) {
    var ann = digest(code("ann"));
    return admits().stream()
            .anyMatch(admit -> admit.grant().equals(grant) && admit.digest().equals(ann))
        ? "ann"
        : "bob";
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
