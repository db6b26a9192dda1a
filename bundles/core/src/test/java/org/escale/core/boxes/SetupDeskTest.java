package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.done;
import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.access.BoxPlan;
import org.escale.access.GatewayId;
import org.escale.access.InstalledGateway;
import org.escale.client.MemberId;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.ToyVault;
import org.escale.federation.CentreId;
import org.escale.presence.Visit;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.DeviceSetups;
import org.escale.service.DeviceSetups.Format;
import org.escale.service.DeviceSetups.Network;
import org.escale.service.DeviceSetups.Proof;
import org.junit.After;
import org.junit.Test;

/** Each person is handed by what their own devices join, and nobody else is. */
public class SetupDeskTest {
  private static final CentreId HERE = new CentreId("x");

  private final Hall hall = new Hall();
  private final DeviceSetups setups =
      new SetupDesk(
          hall.reception,
          hall.house.snapshots,
          new DeviceCertificates(hall.house.commits, hall.house.snapshots, new ToyVault()));

  @After
  public void close() {
    hall.close();
  }

  private static DeviceSetups.By by(Visit visit) {
    return new DeviceSetups.Session(visit.id());
  }

  /** A box with a network of each kind. */
  private void box() {
    var boxes = hall.boxes();
    var plan =
        new BoxPlan(
            "eth0",
            List.of(
                new BoxPlan.Network("Work", false, "wlan0", 6),
                new BoxPlan.Network("Keys", true, "wlan1", 36)),
            new BoxPlan.Hub("https://hub.example", "hub.example", 2083, "https://hub.example/p"),
            Set.of(),
            0);
    var ticket = done(boxes.expect(hall.house.federation(), new GatewayId("box-1"), HERE, plan));
    var key = Signing.text(Signing.fresh().getPublic().getEncoded());
    done(boxes.enrol(ticket.text(), key));
  }

  private void row(Map<String, String> said) {
    hall.house.put(new InstalledGateway(new GatewayId("g-air"), HERE, "none", said));
  }

  @Test
  public void s1_aMemberIsHandedEachNetworkOfTheCentreByTheOwnKeyAndNobodyElseIs() {
    box();
    row(Map.of("wifi.ssid", "Air", "wifi.proof", "portal"));
    var ann = hall.house.member("ann");
    var visit = hall.walkIn("ann");
    var key = hall.key(ann, visit);
    var found = done(setups.networks(ann, by(visit)));
    assertEquals(List.of("Air", "Keys", "Work"), found.stream().map(Network::ssid).toList());
    assertEquals(
        List.of(Proof.PORTAL, Proof.PERSONAL_KEY, Proof.NAME_AND_KEY),
        found.stream().map(Network::proof).toList());
    assertEquals("WIFI:T:nopass;S:Air;;", found.get(0).scan());
    assertEquals("WIFI:T:WPA;S:Keys;P:" + key + ";;", found.get(1).scan());
    var person = ann.standing().person().orElseThrow();
    var scan = "WIFI:T:WPA2-EAP;S:Work;E:TTLS;PH2:PAP;A:anonymous;I:%s;P:%s;;";
    assertEquals(scan.formatted(person, key), found.get(2).scan());
    assertEquals(Set.of(Format.values()), found.get(2).files().keySet());
    assertEquals("of 802.1X alone", Map.of(), found.get(1).files());
    assertFalse(found.toString(), found.toString().contains(key));
    refused(RefusalCode.NOT_FOUND, setups.networks(hall.house.member("bob"), by(visit)));
    refused(RefusalCode.NOT_ALLOWED, setups.networks(hall.house.desk("x"), by(visit)));
    hall.pass(Duration.ofMinutes(5));
    hall.leave("ann", visit);
    refused(RefusalCode.WRONG_STATE, setups.networks(ann, by(visit)));
  }

  @Test
  public void aFileHasTheKeyAndTheAuthorityOfTheBoxes() {
    box();
    var ann = hall.house.member("ann");
    var visit = hall.walkIn("ann");
    var key = hall.key(ann, visit);
    var pem = done(hall.boxes().deviceAuthority()).lines().toList();
    var work = done(setups.networks(ann, by(visit))).get(1);
    for (var text : work.files().values()) {
      assertTrue(text, text.contains(key) && text.contains("wifi.escale.internal"));
      assertTrue(text, text.contains(pem.get(1).substring(0, 60)));
    }
  }

  @Test
  public void aCodeOfADayOpensABoxBy8021xAloneAndItsOwnPersonIsTold() {
    var ann = hall.house.member("ann");
    var day = new DeviceSetups.Code(new MemberId("ann"), HERE, Optional.empty());
    row(Map.of("wifi.ssid", "Air"));
    refused(RefusalCode.NOT_FOUND, setups.networks(ann, day));
    box();
    var code = done(hall.reception.lineCode(ann, day.member(), HERE, day.day())).code();
    var found = done(setups.networks(ann, day));
    assertEquals(List.of("Work"), found.stream().map(Network::ssid).toList());
    assertTrue(found.get(0).scan().endsWith(";P:" + code + ";;"));
    assertTrue(found.get(0).files().values().stream().allMatch(text -> text.contains(code)));
    refused(RefusalCode.NOT_FOUND, setups.networks(hall.house.member("bob"), day));
    refused(RefusalCode.NOT_ALLOWED, setups.networks(hall.house.desk("x"), day));
  }

  @Test
  public void whatARowSaysOfTheAirIsLookedAtBeforeItIsKept() {
    var good = Map.of("wifi.ssid", "Air", "wifi.realm", "a.example", "wifi.server", "s.example");
    assertEquals(Optional.empty(), refusal(good));
    for (var wrong :
        List.of(
            Map.of("wifi.ssid", "x".repeat(33)),
            Map.of("wifi.ssid", "Air", "wifi.proof", "none"),
            Map.of("wifi.ssid", "Air", "wifi.server", "a b"),
            Map.of("wifi.ssid", "Air", "wifi.authority", "none"),
            Map.of("wifi.name", "Air"))) {
      assertEquals(RefusalCode.INVALID_FIELD, refusal(wrong).orElseThrow().code());
    }
  }

  private Optional<Refusal> refusal(Map<String, String> said) {
    var row = new InstalledGateway(new GatewayId("g"), HERE, "none", said);
    return hall.house.settings.refusal(row);
  }
}
