package org.escale.core.directory;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.escale.caller.Caller;
import org.escale.core.fixture.House;
import org.escale.core.fixture.Words;
import org.escale.core.plugins.TermsInForce;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Extra;
import org.escale.federation.ExtraId;
import org.escale.federation.NetworkId;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.refusal.RefusalCode;
import org.escale.terms.RuleRef;
import org.junit.After;
import org.junit.Test;

public class DirectoryDeskTest {
  private static final RuleRef TARIFF = new RuleRef("acme/billing/1");
  private final House house = new House();
  private final DirectoryDesk desk = house.directory();

  @After
  public void close() {
    house.close();
  }

  @Test
  public void e1_aDeskChangesItsOwnCentreOnly() {
    house.centre("a", 50, 4, 1);
    house.centre("b", 50, 4, 1);
    done(desk.save(house.desk("a"), Words.space("new", "a", SpaceKind.ROOM), 0));
    refused(
        RefusalCode.NOT_ALLOWED,
        desk.save(house.desk("a"), Words.space("new2", "b", SpaceKind.ROOM), 0));
    refused(
        RefusalCode.NOT_ALLOWED,
        desk.save(house.desk("a"), Words.space("b-1", "a", SpaceKind.ROOM), 1));
    refused(RefusalCode.NOT_ALLOWED, desk.save(Caller.NOBODY, Words.site("s", 50, 4), 0));
    refused(RefusalCode.NOT_ALLOWED, desk.save(house.desk("a"), Words.site("s", 50, 4), 0));
  }

  @Test
  public void r04_aNewKindOfExtraIsARowAndNothingElse() {
    house.centre("a", 50, 4, 1);
    done(desk.save(house.desk("a"), extra("a-laminate", "a", 0), 0));
    assertEquals("lamination", house.all(Extra.class).get(0).kind());
  }

  @Test
  public void e3_aNetworkIsInstalledWhileItsRulesAreHere() {
    assertTrue(desk.isInstalled(new NetworkId("acme")));
    assertFalse(desk.isInstalled(new NetworkId("nobody")));
    house.plugIns.close();
    assertFalse(desk.isInstalled(new NetworkId("acme")));
  }

  @Test
  public void b3_whatPointsNowhereIsRefusedAndLeavesNoTrace() {
    house.centre("a", 50, 4, 1);
    long before = house.store.head();
    refused(
        RefusalCode.INVALID_FIELD,
        desk.save(house.federation(), Words.space("x", "gone", SpaceKind.DESK), 0));
    refused(RefusalCode.INVALID_FIELD, desk.save(house.federation(), extra("x", "gone", 0), 0));
    refused(RefusalCode.INVALID_FIELD, desk.save(house.federation(), extra("x", "a", -1), 0));
    assertEquals(before, house.store.head());
  }

  @Test
  public void b3_anOlderRevisionDoesNotOverwrite() {
    house.centre("a", 50, 4, 1);
    var space = Words.space("a-1", "a", SpaceKind.OFFICE);
    done(desk.save(house.federation(), space, 1));
    refused(RefusalCode.CHANGED_MEANWHILE, desk.save(house.federation(), space, 1));
    refused(RefusalCode.ALREADY_EXISTS, desk.save(house.federation(), space, 0));
  }

  @Test
  public void r34_aCentreSaysThatItsLineIsDown() {
    house.centre("a", 50, 4, 1);
    done(desk.online(house.desk("a"), new CentreId("a"), false));
    assertFalse(house.snapshots.now().get(Centre.class, new CentreId("a")).orElseThrow().online());
    refused(RefusalCode.NOT_FOUND, desk.online(house.desk("a"), new CentreId("b"), false));
  }

  @Test
  public void u7_newTermsBeginWhereTheySayAndLeaveTheOldOnes() {
    var later = house.clock.instant().plus(Duration.ofDays(1));
    var before = inForce(later);
    done(desk.enter(house.network("acme"), TARIFF, later, values("5.00 EUR")));
    assertEquals(before, inForce(later.minusSeconds(1)));
    assertNotEquals(before, inForce(later));
  }

  @Test
  public void u7_termsNeverReachIntoThePastNorIntoAnotherNetwork() {
    var now = house.clock.instant();
    refused(
        RefusalCode.INVALID_FIELD,
        desk.enter(house.network("acme"), TARIFF, now.minusSeconds(1), values("5.00 EUR")));
    refused(
        RefusalCode.NOT_ALLOWED,
        desk.enter(house.network("borea"), TARIFF, now, values("5.00 EUR")));
    refused(
        RefusalCode.RULE_MISSING,
        desk.enter(house.network("acme"), new RuleRef("acme/billing/9"), now, values("5.00 EUR")));
    refused(
        RefusalCode.INVALID_FIELD,
        desk.enter(house.network("acme"), TARIFF, now, values("5 apples")));
    refused(
        RefusalCode.INVALID_FIELD,
        desk.enter(house.network("acme"), TARIFF, now, Map.of("each", "5.00 EUR")));
  }

  private Object inForce(Instant at) {
    return TermsInForce.at(house.snapshots.now(), new NetworkId("acme"), "billing", at);
  }

  private static Map<String, String> values(String each) {
    return Map.of("each", each, "earns", "3.00 EUR");
  }

  private static Extra extra(String id, String centre, int stock) {
    return new Extra(
        new ExtraId(id),
        new CentreId(centre),
        "lamination",
        "page",
        Map.of("en", "Lamination"),
        Money.euro("0.30"),
        stock);
  }
}
