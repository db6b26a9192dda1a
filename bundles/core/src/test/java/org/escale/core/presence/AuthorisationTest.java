package org.escale.core.presence;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.Entitlement.Hours;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pseudonym;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.Words;
import org.escale.federation.Affiliation.State;
import org.escale.federation.CentreId;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.presence.Authorisation;
import org.escale.refusal.RefusalCode;
import org.escale.service.Reception.Question;
import org.junit.After;
import org.junit.Test;

/** Each refusal of an authorisation and of a check-in, reproduced one by one. */
public class AuthorisationTest {
  private final Hall hall = new Hall();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void allowed_saysUntilWhenAndHowMuch() {
    var answer = ask("ann", Optional.of("photocopy"));
    assertTrue(answer.allowed());
    assertEquals(Optional.of(Instant.parse("2027-03-01T17:00:00Z")), answer.until());
    assertEquals(Map.of("longestVisitMinutes", "720", "ceiling", "54.00 EUR"), answer.limits());
  }

  @Test
  public void allowed_byABookingSaysItsEnd() {
    hall.book("ann", "x-1", "2027-03-01T08:30:00Z", Duration.ofHours(2));
    var answer = ask("ann", Optional.empty());
    assertEquals(Optional.of(Instant.parse("2027-03-01T10:30:00Z")), answer.until());
    assertEquals("12.00 EUR", answer.limits().get("ceiling"));
  }

  @Test
  public void unknownMember() {
    var nobody = new Question(new MemberId("nobody"), new CentreId("x"), none(), none());
    var answer = done(hall.reception.authorise(hall.house.desk("x"), nobody));
    assertEquals(RefusalCode.UNKNOWN_MEMBER, answer.refusal().orElseThrow().code());
    refused(
        RefusalCode.UNKNOWN_MEMBER,
        hall.reception.checkIn(hall.house.desk("x"), Hall.walk("nobody", "x")));
  }

  @Test
  public void notEmployed() {
    var ann = hall.house.snapshots.now().kept(Member.class, new MemberId("ann")).orElseThrow();
    hall.house.put(ann.word().employed(false), ann.revision());
    no(RefusalCode.NOT_EMPLOYED);
  }

  @Test
  public void companyCeased() {
    standing(Company.Standing.CEASED);
    no(RefusalCode.COMPANY_CEASED);
  }

  @Test
  public void paymentOverdue() {
    standing(Company.Standing.OVERDUE);
    no(RefusalCode.PAYMENT_OVERDUE);
  }

  @Test
  public void centreNotActive() {
    hall.house.put(Words.affiliation("x", "borea", State.SUSPENDED), 1);
    no(RefusalCode.CENTRE_NOT_ACTIVE);
  }

  @Test
  public void zoneNotAllowed() {
    hall.house.put(Words.entitlement("e").zones(Set.of("Flanders")).build());
    no(RefusalCode.ZONE_NOT_ALLOWED);
  }

  @Test
  public void labelNotAllowed() {
    hall.house.put(Words.entitlement("e").stars(5).build());
    no(RefusalCode.LABEL_NOT_ALLOWED);
  }

  @Test
  public void serviceNotAllowed_aDesk() {
    hall.house.put(Words.entitlement("e").kinds(Set.of(SpaceKind.ROOM)).build());
    refused(RefusalCode.SERVICE_NOT_ALLOWED, enter("ann"));
  }

  @Test
  public void serviceNotAllowed_anExtra() {
    hall.house.put(Words.entitlement("e").extras(Set.of("lunch")).build());
    var answer = ask("ann", Optional.of("photocopy"));
    assertEquals(RefusalCode.SERVICE_NOT_ALLOWED, answer.refusal().orElseThrow().code());
  }

  @Test
  public void hoursNotAllowed() {
    var evenings = new Hours(Set.of(DayOfWeek.MONDAY), LocalTime.of(17, 0), LocalTime.of(18, 0));
    hall.house.put(Words.entitlement("e").hours(List.of(evenings)).build());
    no(RefusalCode.HOURS_NOT_ALLOWED);
  }

  @Test
  public void alreadyPresent_isForACheckInOnly() {
    hall.walkIn("ann");
    refused(RefusalCode.ALREADY_PRESENT, enter("ann"));
    assertTrue(ask("ann", Optional.empty()).allowed());
  }

  @Test
  public void noCredit() {
    hall.house.put(
        new Credit(
            new CreditId("k"),
            new CompanyId("c"),
            new Pseudonym("p-c"),
            Optional.empty(),
            Money.ZERO));
    no(RefusalCode.NO_CREDIT);
  }

  @Test
  public void noCredit_byTheBudgetOfTheMonth() {
    hall.house.put(Words.entitlement("e").budget("10.00").build());
    no(RefusalCode.NO_CREDIT);
  }

  @Test
  public void centreFull() {
    hall.book("bob", "x-1", "2027-03-01T08:00:00Z", Duration.ofHours(2));
    hall.book("bob", "x-2", "2027-03-01T08:00:00Z", Duration.ofHours(2));
    no(RefusalCode.CENTRE_FULL);
  }

  @Test
  public void centreClosed() {
    hall.house.clock.set("2027-03-01T20:00:00Z");
    no(RefusalCode.CENTRE_CLOSED);
  }

  @Test
  public void e1_aDeskAsksForItsOwnCentreOnly() {
    hall.centre("y", 1);
    var question = new Question(new MemberId("ann"), new CentreId("x"), none(), none());
    refused(RefusalCode.NOT_FOUND, hall.reception.authorise(hall.house.desk("y"), question));
    var bob = new Question(new MemberId("bob"), new CentreId("x"), none(), none());
    var answer = done(hall.reception.authorise(hall.house.member("ann"), bob));
    assertEquals(RefusalCode.UNKNOWN_MEMBER, answer.refusal().orElseThrow().code());
  }

  private void no(RefusalCode code) {
    assertEquals(code, ask("ann", none()).refusal().orElseThrow().code());
    long head = hall.house.store.head();
    refused(code, enter("ann"));
    assertEquals("B3: no trace", head, hall.house.store.head());
  }

  private org.escale.refusal.Outcome<?> enter(String member) {
    return hall.reception.checkIn(hall.house.member(member), Hall.walk(member, "x"));
  }

  private Authorisation ask(String member, Optional<String> extra) {
    var question = new Question(new MemberId(member), new CentreId("x"), extra, Optional.empty());
    return done(hall.reception.authorise(hall.house.member(member), question));
  }

  private void standing(Company.Standing standing) {
    var kept = hall.house.snapshots.now().kept(Company.class, new CompanyId("c")).orElseThrow();
    hall.house.put(kept.word().with(standing), kept.revision());
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
