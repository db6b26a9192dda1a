package org.escale.core.directories;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.caller.Sight;
import org.escale.client.Company;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.core.fixture.Answers;
import org.escale.federation.CentreId;
import org.escale.refusal.RefusalCode;
import org.escale.service.Directories.Counts;
import org.escale.service.Directories.Manner;
import org.escale.service.Progress;
import org.escale.service.Reception.Question;
import org.escale.spi.directory.Cursor;
import org.escale.spi.directory.ForeignId;
import org.escale.spi.directory.Reading;
import org.junit.After;
import org.junit.Test;

/** Companies and people of another platform come across and stay in step. */
public class InStepTest {
  private final Bridge bridge = new Bridge();

  @After
  public void close() {
    bridge.close();
  }

  private Optional<RefusalCode> asked(Member member) {
    var question = new Question(member.id(), new CentreId("x"), Optional.empty(), Optional.empty());
    return Answers.done(bridge.hall.reception.authorise(bridge.hall.house.desk("x"), question))
        .refusal()
        .map(refusal -> refusal.code());
  }

  @Test
  public void r70_peopleCompaniesAndTheirStandingComeAcrossAsTheCentresOwn() {
    bridge.there.company("1", "Tilleul", Company.Standing.GOOD);
    bridge.there.company("2", "Bouleau", Company.Standing.OVERDUE);
    bridge.there.person("a", "1", "Ada", "sales");
    bridge.there.person("b", "2", "Bea", "");
    bridge.install(Bridge.clients());
    var ada = bridge.called("Ada");
    assertEquals("sales", ada.group());
    var tilleul = bridge.hall.house.snapshots.now().get(Company.class, ada.company()).orElseThrow();
    assertEquals(Optional.of(new CentreId("x")), tilleul.owner());
    assertEquals(Optional.empty(), tilleul.contract());
    assertEquals(Optional.empty(), asked(ada));
    assertEquals(Optional.of(RefusalCode.PAYMENT_OVERDUE), asked(bridge.called("Bea")));
    bridge.hall.centre("y", 1);
    assertFalse(bridge.hall.house.desk("y").sight().sees(tilleul));
    assertEquals(new Counts(0, 0, 0, 2, 0), bridge.run(Manner.GUARDED).people());
  }

  @Test
  public void r70_factsStandingAndWhoComesBackStayInStep() {
    bridge.there.company("1", "Tilleul", Company.Standing.GOOD);
    bridge.there.person("a", "1", "Ada", "sales");
    bridge.there.person("b", "1", "Bea", "sales");
    bridge.install(Bridge.clients());
    var ada = bridge.called("Ada");
    bridge.there.person("a", "1", "Ada L.", "research");
    bridge.there.inactive("b");
    bridge.there.company("1", "Tilleul SA", Company.Standing.WARNED);
    var report = bridge.run(Manner.GUARDED);
    assertEquals(new Counts(0, 1, 1, 0, 0), report.people());
    assertEquals(new Counts(0, 1, 0, 0, 0), report.companies());
    assertEquals(ada.pseudonym(), bridge.called("Ada L.").pseudonym());
    assertFalse(bridge.called("Bea").employed());
    bridge.there.person("b", "1", "Bea", "sales");
    bridge.run(Manner.GUARDED);
    assertTrue(bridge.called("Bea").employed());
  }

  @Test
  public void whoLeftThereIsRefusedHereWithinFiveSecondsOfTheReadingAndNothingIsDeleted() {
    bridge.there.person("a", "", "Ada", "");
    bridge.there.person("b", "", "Bea", "");
    bridge.install(Bridge.staff());
    var ada = bridge.called("Ada");
    assertEquals(Optional.empty(), asked(ada));
    bridge.hall.walkIn(ada.id().value());
    bridge.there.people.remove("a");
    bridge.hall.pass(Duration.ofMinutes(5));
    Bridge.await(() -> !bridge.called("Ada").employed());
    assertEquals(Optional.of(RefusalCode.NOT_EMPLOYED), asked(ada));
    assertEquals(ada.pseudonym(), bridge.called("Ada").pseudonym());
    bridge.settled();
    assertEquals(List.of("done directory:read/there", "done directory:read/there"), bridge.audited);
  }

  @Test
  public void e1_whatWasMadeHereByHandIsNeverTouched() {
    var before = bridge.hall.house.all(Member.class);
    bridge.there.person("zz", "", "Somebody else", "");
    var ann = bridge.called("ann");
    bridge.there.people.put(
        "ann",
        new org.escale.spi.directory.PersonRecord(
            new ForeignId("ann"), Optional.empty(), "Another", ann.email(), "", "en", true));
    bridge.install(Bridge.staff());
    var report = bridge.run(Manner.GUARDED);
    assertEquals(Map.of("ALREADY_HERE", 1), report.reasons());
    bridge.there.people.clear();
    bridge.run(Manner.TRUSTED);
    assertTrue(bridge.hall.house.all(Member.class).containsAll(before));
    assertFalse(bridge.called("Somebody else").employed());
  }

  @Test
  public void whatWasDecidedHereStaysUntilTheOtherSideSaysSomethingElse() {
    bridge.there.company("1", "Tilleul", Company.Standing.GOOD);
    bridge.there.person("a", "1", "Ada", "");
    bridge.install(Bridge.clients());
    var house = bridge.hall.house;
    var ada = house.snapshots.now().kept(Member.class, bridge.called("Ada").id()).orElseThrow();
    house.put(ada.word().employed(false), ada.revision());
    var firm = house.snapshots.now().kept(Company.class, ada.word().company()).orElseThrow();
    house.put(firm.word().with(Company.Standing.OVERDUE), firm.revision());
    bridge.there.person("a", "1", "Ada B.", "");
    bridge.run(Manner.GUARDED);
    assertFalse("ended here by hand", bridge.called("Ada B.").employed());
    var now = house.snapshots.now().get(Company.class, firm.word().id()).orElseThrow();
    assertEquals(Company.Standing.OVERDUE, now.standing());
  }

  @Test
  public void whoWasErasedHereStaysErased() {
    bridge.there.person("a", "", "Ada", "");
    bridge.install(Bridge.staff());
    var house = bridge.hall.house;
    var ada = house.snapshots.now().kept(Member.class, bridge.called("Ada").id()).orElseThrow();
    house.put(ada.word().erased(), ada.revision());
    assertEquals(Map.of("ERASED", 1), bridge.run(Manner.GUARDED).reasons());
    assertEquals(
        Set.of("ann", "bob", ""),
        Set.copyOf(house.all(Member.class).stream().map(Member::name).toList()));
  }

  @Test
  public void anotherEmployerIsAnotherPersonForEach() {
    bridge.there.company("1", "Tilleul", Company.Standing.GOOD);
    bridge.there.company("2", "Bouleau", Company.Standing.GOOD);
    bridge.there.person("a", "1", "Ada", "");
    bridge.install(Bridge.clients());
    var before = bridge.called("Ada");
    bridge.there.person("a", "2", "Ada", "");
    bridge.run(Manner.GUARDED);
    var both =
        bridge.hall.house.all(Member.class).stream().filter(m -> m.name().equals("Ada")).toList();
    assertEquals(2, both.size());
    for (var ada : both) {
      assertEquals(!ada.id().equals(before.id()), ada.employed());
    }
    assertEquals(new Counts(0, 0, 0, 1, 0), bridge.run(Manner.GUARDED).people());
  }

  @Test
  public void changesAloneAreTakenAndSayWhoLeft() {
    bridge.there.person("a", "", "Ada", "");
    bridge.there.person("b", "", "Bea", "");
    bridge.install(Bridge.staff());
    var cleo = bridge.there.person("c", "", "Cleo", "");
    bridge.there.changed =
        Optional.of(
            new Reading(
                List.of(), List.of(cleo), Set.of(new ForeignId("a")), false, new Cursor("next")));
    bridge.hall.pass(Duration.ofMinutes(5));
    Bridge.await(() -> !bridge.called("Ada").employed());
    bridge.settled();
    assertTrue(bridge.called("Bea").employed());
    assertTrue(bridge.called("Cleo").employed());
    assertEquals("all was read but once", 1, bridge.there.wholly);
  }

  @Test
  public void whoChangesMeanwhileIsLeftForTheNextReadingAndHoldsUpNobody() {
    for (int i = 0; i < 6; i++) {
      bridge.there.person("p" + i, "", "Person " + i, "");
    }
    bridge.install(Bridge.staff());
    for (int i = 0; i < 6; i++) {
      bridge.there.person("p" + i, "", "Person " + i, "moved");
    }
    var house = bridge.hall.house;
    var one = bridge.called("Person 1").id();
    Progress meanwhile =
        (done, of) -> {
          var kept = house.snapshots.now().kept(Member.class, one).orElseThrow();
          if (of > 1 && kept.revision() == 1) {
            house.put(kept.word().employed(false), 1);
          }
        };
    var report =
        Answers.done(
            bridge.directories.run(house.federation(), Bridge.THERE, Manner.GUARDED, meanwhile));
    assertEquals(new Counts(0, 5, 0, 0, 1), report.people());
    assertEquals(Map.of("CHANGED_MEANWHILE", 1), report.reasons());
    assertEquals(1, bridge.run(Manner.GUARDED).people().changed());
    assertFalse(house.store.get(Member.class, one, Sight.PLATFORM).get().word().employed());
  }

  @Test
  public void whatCannotBeIsLeftWithItsReason() {
    bridge.there.company("1", "Tilleul", Company.Standing.GOOD);
    bridge.there.company("2", "", Company.Standing.GOOD);
    bridge.there.company("3", "Gone", Company.Standing.CEASED);
    bridge.there.person("a", "9", "Ada", "");
    bridge.there.person("b", "1", "", "");
    bridge.there.person("c", "1", "Cleo", "");
    bridge.there.inactive("c");
    bridge.there.more = List.of(bridge.there.person("d", "1", "Dora", ""));
    bridge.install(Bridge.clients());
    var report = bridge.run(Manner.DRY_RUN);
    assertEquals(
        Map.of("INVALID_FIELD name", 2, "NO_COMPANY", 1, "INACTIVE", 2, "DOUBLED", 1),
        report.reasons());
    assertEquals(new Counts(0, 0, 0, 1, 4), report.people());
    assertTrue(
        bridge.hall.house.snapshots.now().get(Member.class, new MemberId("ann")).isPresent());
  }
}
