package org.escale.itests.doors;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The assembled distribution, asked the same at both doors. */
public class BothDoorsIT {
  private static final List<String> TERMS =
      List.of(
          ("contract affiliation cancelUntil noShowAfter grace longestVisit rounding of unit amount"
                  + " currency own issuer person company")
              .split(" "));

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static EscaleProcess escale;
  private static Pair pair;
  private static Account member;
  private static Day day;

  @BeforeClass
  public static void start() throws Exception {
    escale = EscaleProcess.start(FOLDER.newFolder().toPath(), "--sandbox").awaitReady();
    ready();
  }

  private static void ready() {
    pair = new Pair(escale);
    member = escale.accounts().first("member");
    day = Day.of(escale);
  }

  @AfterClass
  public static void stop() {
    if (escale != null) {
      escale.close();
    }
  }

  @Test
  public void nearestFreeDesksAreTheSame() {
    var leaves = new ArrayList<>(TERMS);
    leaves.addAll(
        List.of(
            ("spaceId spaceName kind seats centreId centreName siteId networkId distanceKm stars"
                    + " truthMode")
                .split(" ")));
    var found = pair.same(member, day.search(), "", leaves).get(0);
    assertFalse(found.all("spaceId").isEmpty());
  }

  @Test
  public void searchIsRefusedAlike() {
    pair.refused(member, day.search().with("to", day.from().toString()), "INVALID_SLOT");
    pair.refused(
        member,
        day.search().with("from", "2020-01-01T08:00:00Z").with("to", "2020-01-01T09:00:00Z"),
        "SLOT_IN_PAST");
    pair.refused(member, day.search().with("to", "2099-01-01T09:00:00Z"), "INVALID_SLOT");
    pair.invalid(member, day.search().with("people", "0"), "people");
    pair.invalid(member, day.search().with("lat", "91"), "lat");
    pair.invalid(member, day.search().with("lat", "north"), "lat");
    pair.invalid(member, day.search().without("from"), "from");
    pair.invalid(member, day.search().with("from", "2027-03-02T10:00:00"), "from");
    pair.invalid(member, day.search().with("kind", "CASTLE"), "kind");
    pair.invalid(member, day.search().with("limit", "1001"), "limit");
  }

  @Test
  public void bookingIsRefusedAlike() {
    pair.refused(member, day.book(0).with("spaceId", "no-such-desk"), "NOT_FOUND");
    pair.invalid(member, day.book(0).with("spaceId", "no desk!"), "spaceId");
    pair.invalid(member, day.book(0).without("spaceId"), "spaceId");
    pair.invalid(member, day.book(0).with("people", "-1"), "people");
    pair.invalid(member, day.book(0).with("holdFor", "PT16M"), "holdFor");
    pair.refused(member, day.book(0).with("to", day.book(0).fields().get("from")), "INVALID_SLOT");
    pair.refused(member, Ask.of("GetBooking", "id", UUID.randomUUID().toString()), "NOT_FOUND");
    pair.refused(member, Ask.of("GetBooking", "id", "no id!"), "NOT_FOUND");
    pair.refused(member, Ask.of("CancelBooking", "id", UUID.randomUUID().toString()), "NOT_FOUND");
    pair.refused(escale.accounts().first("authority"), day.book(0), "NOT_ALLOWED");
  }

  /** Each door books an hour of its own, and then reads and cancels that of the other. */
  @Test
  public void bookingsMadeAtOneDoorAreThereAtTheOther() {
    var doors = pair.as(member);
    for (int i = 0; i < 2; i++) {
      var booked = doors.get(i).ask(day.book(i));
      assertEquals(booked.toString(), "", booked.code());
      var id = booked.one("id");
      var leaves = new ArrayList<>(TERMS);
      leaves.addAll(List.of("id", "state", "spaceId", "from", "to", "people", "walkIn"));
      var read = pair.same(member, Ask.of("GetBooking", "id", id), "", leaves).get(0);
      for (var leaf : leaves) {
        assertEquals(leaf, booked.all(leaf), read.all(leaf));
      }
      pair.refused(member, day.book(i).with("spaceId", booked.one("spaceId")), "SPACE_TAKEN");
      assertEquals(
          "CANCELLED", doors.get(1 - i).ask(Ask.of("CancelBooking", "id", id)).one("state"));
      pair.refused(member, Ask.of("CancelBooking", "id", id), "WRONG_STATE");
    }
  }

  @Test
  public void b3_repeatedKeyGivesTheSameAnswerAndAnotherBodyIsRefused() {
    for (var door : pair.as(member)) {
      var ask = day.book(3).with("idempotencyKey", UUID.randomUUID().toString());
      var first = door.ask(ask);
      assertEquals(first.toString(), "", first.code());
      assertEquals(first.one("id"), door.ask(ask).one("id"));
      assertEquals("KEY_REUSED", door.ask(ask.with("people", "2")).code());
      door.ask(Ask.of("CancelBooking", "id", first.one("id")));
    }
  }

  @Test
  public void authorisationsAndTheirRefusalsAreTheSame() {
    var reception = escale.accounts().first("reception");
    var ask =
        Ask.of(
            "Authorise",
            "memberId",
            member.field("memberId"),
            "centreId",
            reception.field("centreId"),
            "at",
            day.from().toString());
    pair.same(reception, ask, "", List.of("decision", "code", "until"));
    pair.same(reception, ask.with("memberId", "nobody"), "", List.of("decision", "code", "until"));
    pair.same(reception, ask.with("extra", "sauna"), "", List.of("decision", "code", "until"));
    pair.invalid(reception, ask.without("centreId"), "centreId");
    pair.invalid(reception, ask.with("at", "tomorrow"), "at");
  }

  /** A whole visit at one door, then another at the other: what is told of them is the same. */
  @Test
  public void visitsExtrasAndUsageAreToldTheSame() {
    var centre = pair.as(member).get(0).ask(day.search()).one("centreId");
    var desk =
        escale.accounts().all().stream()
            .filter(a -> a.role().equals("reception") && a.field("centreId").equals(centre))
            .findFirst()
            .orElseThrow();
    var visits = new ArrayList<List<Reply>>();
    for (int i = 0; i < 2; i++) {
      visits.add(Walk.through(pair.as(member).get(i), pair.as(desk).get(i), centre));
    }
    var leaves = new ArrayList<>(TERMS);
    leaves.addAll(List.of("centreId", "endedBy", "text", "rule", "kind", "quantity", "producer"));
    for (int step = 0; step < visits.get(0).size(); step++) {
      var said = List.of(visits.get(0).get(step), visits.get(1).get(step));
      Pair.alike(Ask.of("step " + step), said, leaves);
      // the first is the visit's; the session's own goes on by itself meanwhile
      assertEquals(said.get(0).one("state"), said.get(1).one("state"));
    }
    var usage = Ask.of("ListUsageRecords", "centreId", centre);
    var chain = List.of("id", "kind", "quantity", "number", "hash", "before", "from", "to");
    assertFalse(pair.same(desk, usage, "", chain).get(0).all("id").isEmpty());
  }

  @Test
  public void visitsReadingsAndMoneyAreRefusedAlike() {
    var reception = escale.accounts().first("reception");
    var reading =
        Ask.of(
            "RecordMeterReading",
            "visitId",
            "no-visit",
            "extraId",
            "page",
            "quantity",
            "3",
            "producer",
            "copier:1");
    pair.invalid(member, Ask.of("CheckIn"), "bookingId");
    pair.refused(member, Ask.of("CheckIn", "bookingId", "no-booking"), "NOT_FOUND");
    pair.refused(member, Ask.of("CheckOut", "visitId", "no-visit"), "NOT_FOUND");
    pair.refused(reception, reading, "NOT_FOUND");
    pair.invalid(reception, reading.with("quantity", "0"), "quantity");
    pair.invalid(reception, reading.with("quantity", "0.0001"), "quantity");
    pair.invalid(reception, reading.without("producer"), "producer");
    pair.refused(member, reading, "NOT_ALLOWED");
    pair.invalid(reception, Ask.of("ListUsageRecords", "kind", "FUN"), "kind");
    pair.refused(
        escale.accounts().first("network"), Ask.of("GetInvoice", "id", "none"), "NOT_FOUND");
    pair.refused(member, Ask.of("ListPayouts"), "NOT_ALLOWED");
    pair.same(reception, Ask.of("ListPayouts"), "", List.of("id", "amount", "hours"));
  }

  @Test
  public void withoutAValidTokenBothSayTheSame() {
    var stranger = new Account("member", "x", "", "b".repeat(43), member.fields());
    pair.refused(stranger, Ask.of("GetBooking", "id", "any"), "NOT_SIGNED_IN");
    assertNotEquals("", member.token());
  }
}
