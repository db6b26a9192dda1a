package org.escale.core.metering;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.billing.Charge;
import org.escale.billing.Dispute;
import org.escale.billing.UsageRecord;
import org.escale.caller.Caller;
import org.escale.caller.RequestKey;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.Words;
import org.escale.federation.CentreId;
import org.escale.federation.ExtraId;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.presence.Visit;
import org.escale.refusal.RefusalCode;
import org.escale.service.Metering;
import org.escale.service.Metering.Reading;
import org.escale.word.Reader;
import org.junit.After;
import org.junit.Test;

/** Readings of extras, and corrections. */
public class MeteringTest {
  private final Hall hall = new Hall();
  private final Visit visit = hall.walkIn("ann");

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void u2_theSameReadingIsCountedOnce() {
    var first = done(read("desk:1", "12", Optional.empty()));
    assertEquals(first.word(), done(read("desk:1", "12", Optional.empty())).word());
    refused(RefusalCode.KEY_REUSED, read("desk:1", "13", Optional.empty()));
    assertEquals(1, hall.all(UsageRecord.class).size());
  }

  @Test
  public void b3_theSameKeyIsTheSameRecord() {
    var key = new RequestKey("read", "k", "d");
    var reading = reading("desk:1", "12", Optional.empty());
    var first = done(hall.metering.read(hall.house.desk("x").under(key), reading));
    assertEquals(first, done(hall.metering.read(hall.house.desk("x").under(key), reading)));
    var other = new RequestKey("read", "k", "another");
    refused(RefusalCode.KEY_REUSED, hall.metering.read(hall.house.desk("x").under(other), reading));
  }

  @Test
  public void aReadingOutOfItsRangeIsRefusedByName() {
    for (var quantity : new String[] {"0", "-1", "1000001", "1.0001"}) {
      refused(RefusalCode.INVALID_FIELD, read("q" + quantity, quantity, Optional.empty()));
    }
    refused(RefusalCode.INVALID_FIELD, read(" ", "1", Optional.empty()));
    refused(RefusalCode.INVALID_FIELD, read("t", "1", Optional.of(now().plusSeconds(121))));
    refused(
        RefusalCode.INVALID_FIELD,
        read("t", "1", Optional.of(visit.startedAt().minusSeconds(121))));
    done(read("t", "1", Optional.of(now().plusSeconds(120))));
    assertEquals(1, hall.all(UsageRecord.class).size());
  }

  @Test
  public void anEmployerMayForbidAnExtra() {
    hall.house.put(Words.entitlement("e").extras(Set.of("lunch")).build());
    refused(RefusalCode.SERVICE_NOT_ALLOWED, read("desk:1", "1", Optional.empty()));
  }

  @Test
  public void e1_onlyTheOwnDeskReads() {
    hall.centre("y", 1);
    var reading = reading("desk:1", "1", Optional.empty());
    refused(RefusalCode.NOT_FOUND, hall.metering.read(hall.house.desk("y"), reading));
    refused(RefusalCode.NOT_ALLOWED, hall.metering.read(hall.house.member("ann"), reading));
  }

  @Test
  public void u2_aCorrectionIsACreditRecordAndAFreshOne() {
    var wrong = done(read("desk:1", "120", Optional.empty())).word();
    hall.steward.runDue();
    var fresh =
        done(hall.metering.correct(
                hall.house.desk("x"), wrong.id(), Optional.of(BigDecimal.valueOf(12))))
            .word();
    hall.steward.runDue();
    var credit =
        hall.all(UsageRecord.class).stream()
            .filter(r -> r.credits().isPresent())
            .findFirst()
            .orElseThrow();
    assertEquals(wrong.quantity().negate(), credit.quantity());
    assertEquals(wrong.agreement(), credit.agreement());
    assertEquals(BigDecimal.valueOf(12), fresh.quantity());
    assertEquals(
        Money.euro("1.20"),
        hall.all(Charge.class).stream().map(Charge::amount).reduce(Money.ZERO, Money::plus));
    refused(
        RefusalCode.WRONG_STATE,
        hall.metering.correct(hall.house.desk("x"), wrong.id(), Optional.empty()));
    refused(
        RefusalCode.WRONG_STATE,
        hall.metering.correct(hall.house.desk("x"), credit.id(), Optional.empty()));
  }

  @Test
  public void u2_theHeadOfAChainIsToldToItsCentreAndItsNetworks() {
    assertEquals(0, done(hall.metering.head(hall.house.desk("x"), new CentreId("x"))).count());
    done(read("desk:1", "12", Optional.empty()));
    var last = done(read("desk:2", "3", Optional.empty())).word().chain();
    for (var caller : List.of(hall.house.desk("x"), hall.house.network("borea"))) {
      var head = done(hall.metering.head(caller, new CentreId("x")));
      assertEquals(new Metering.Head(last.number(), last.hash()), head);
    }
    refused(RefusalCode.NOT_FOUND, hall.metering.head(hall.house.desk("y"), new CentreId("x")));
    refused(RefusalCode.NOT_FOUND, hall.metering.head(hall.house.member("ann"), new CentreId("x")));
  }

  private static Caller boss(Hall hall) {
    return hall.house.employer(Words.company("c", "borea"));
  }

  @Test
  public void aDisputedRecordStaysAndTheNetworkRejectsWithAReasonOnce() {
    var record = done(read("desk:1", "12", Optional.empty())).word();
    var borea = hall.house.network("borea");
    refused(RefusalCode.NOT_FOUND, hall.metering.reject(borea, record.id(), "no"));
    refused(RefusalCode.INVALID_FIELD, hall.metering.dispute(boss(hall), record.id(), " "));
    var open = done(hall.metering.dispute(boss(hall), record.id(), "twelve is too many")).word();
    assertEquals(Dispute.State.OPEN, open.state());
    assertEquals(Reader.network(new NetworkId("borea")), open.answerer());
    refused(
        RefusalCode.ALREADY_EXISTS,
        hall.metering.dispute(hall.house.desk("x"), record.id(), "again"));
    refused(RefusalCode.NOT_ALLOWED, hall.metering.reject(hall.house.desk("x"), record.id(), "no"));
    refused(RefusalCode.NOT_ALLOWED, hall.metering.dispute(borea, record.id(), "no"));
    var answered = done(hall.metering.reject(borea, record.id(), "the counter says so")).word();
    assertEquals(Dispute.State.REJECTED, answered.state());
    refused(RefusalCode.WRONG_STATE, hall.metering.reject(borea, record.id(), "again"));
    refused(RefusalCode.NOT_ALLOWED, hall.metering.correct(borea, record.id(), Optional.empty()));
    assertEquals(List.of(record), hall.all(UsageRecord.class));
  }

  @Test
  public void u2_theNetworkAnswersADisputeByACorrection() {
    var record = done(read("desk:1", "12", Optional.empty())).word();
    var borea = hall.house.network("borea");
    done(hall.metering.dispute(hall.house.desk("x"), record.id(), "two, not twelve"));
    refused(
        RefusalCode.NOT_ALLOWED,
        hall.metering.correct(hall.house.network("acme"), record.id(), Optional.empty()));
    var fresh =
        done(hall.metering.correct(borea, record.id(), Optional.of(BigDecimal.valueOf(2)))).word();
    var dispute = hall.all(Dispute.class).get(0);
    assertEquals(Dispute.State.CORRECTED, dispute.state());
    assertEquals(Optional.of(fresh.id()), dispute.answer().orElseThrow().correction());
    assertEquals(3, hall.all(UsageRecord.class).size());
  }

  @Test
  public void e1_aForeignRecordCannotBeDisputed() {
    var record = done(read("desk:1", "12", Optional.empty())).word();
    var rival = hall.house.employer(Words.company("rival", "borea"));
    refused(RefusalCode.NOT_FOUND, hall.metering.dispute(rival, record.id(), "no"));
    refused(RefusalCode.NOT_FOUND, hall.metering.dispute(hall.house.desk("y"), record.id(), "no"));
  }

  @Test
  public void u8_aCreditOfWhatIsNotRatedYetComesToItsOpposite() {
    hall.stopRules();
    var wrong = done(read("desk:1", "120", Optional.empty())).word();
    done(hall.metering.correct(hall.house.desk("x"), wrong.id(), Optional.empty()));
    hall.steward.runDue();
    hall.startRules();
    hall.pass(Duration.ofMinutes(2));
    assertEquals(2, hall.all(Charge.class).size());
    assertEquals(
        Money.ZERO,
        hall.all(Charge.class).stream().map(Charge::amount).reduce(Money.ZERO, Money::plus));
  }

  @Test
  public void anExtraMayBeReadShortlyAfterTheVisit() {
    hall.pass(Duration.ofHours(1));
    var left = hall.leave("ann", visit);
    hall.pass(Duration.ofHours(3));
    var record = done(read("late", "2", Optional.empty())).word();
    assertTrue(record.slot().from().equals(left.closing().orElseThrow().at()));
    refused(RefusalCode.INVALID_FIELD, read("later", "2", Optional.of(now())));
  }

  private org.escale.refusal.Outcome<org.escale.word.Kept<UsageRecord>> read(
      String producer, String quantity, Optional<Instant> at) {
    return hall.metering.read(hall.house.desk("x"), reading(producer, quantity, at));
  }

  private Reading reading(String producer, String quantity, Optional<Instant> at) {
    return new Reading(visit.id(), new ExtraId("x-copy"), new BigDecimal(quantity), at, producer);
  }

  private Instant now() {
    return hall.house.clock.instant();
  }
}
