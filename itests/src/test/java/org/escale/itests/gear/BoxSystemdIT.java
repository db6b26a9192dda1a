package org.escale.itests.gear;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * From power on to GREEN with no shell: a plain Debian with the box's package and the hub's file,
 * under a real systemd, against the hub as it is delivered. Its radio is hostapd's driver that does
 * nothing, or is not there.
 */
public class BoxSystemdIT {
  private static final Duration GREEN_WITHIN = Duration.ofMinutes(2);
  private static final Duration SLACK = Duration.ofSeconds(5);
  private static final List<String> PROGRAMS =
      List.of("escale-radsecproxy", "escale-freeradius", "escale-dnsmasq");

  private static final String RADIO = "/etc/systemd/system/escale-hostapd@.service.d/radio.conf";
  private static final String WITH_A_RADIO =
      """
      set -e
      mkdir -p "$(dirname %1$s)"
      cat >%1$s <<'END'
      [Service]
      ExecStart=
      ExecStart=/bin/sh -c "sed s/driver=nl80211/driver=none/ hostapd/%%i.conf >/run/%%i.conf; exec hostapd /run/%%i.conf"
      END
      until systemctl daemon-reload 2>/dev/null; do sleep 0.1; done
      """
          .formatted(RADIO);
  private static final String WITHOUT =
      "rm %s; systemctl daemon-reload; systemctl restart escale-hostapd@wlan0".formatted(RADIO);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private EscaleProcess escale;
  private BoxMachine machine;
  private Relay line;

  @Before
  public void start() throws IOException {
    escale = EscaleProcess.start(folder.newFolder().toPath(), "--sandbox").awaitReady();
    machine = new BoxMachine(folder.newFolder().toPath());
    line = new Relay(InetAddress.getByName(machine.here()), escale.port());
  }

  @After
  public void stop() {
    machine.close();
    if (line != null) {
      line.close();
    }
    escale.close();
  }

  @Test
  public void fromPowerOnToGreenWithNoShellAndUpAgainWhateverDies() throws IOException {
    var ticket =
        new Tickets(escale.as("operator"), machine.here(), line.port()).expect("box-cei", "cei", 2);
    machine.power(ticket.path("file").asText());
    machine.in("sh", "-c", WITH_A_RADIO);
    green();
    assertEquals("the file opens one enrolment", "", machine.in("find", "/boot", "-type", "f"));
    PROGRAMS.forEach(unit -> assertNotEquals(unit, 0, machine.pid(unit)));
    assertEquals("it routes", "1", machine.in("cat", "/proc/sys/net/ipv4/ip_forward"));
    machine.in("nft", "list", "table", "inet", "escale_box");
    settled();
    diesAndComesAgain();
    machine.in("sh", "-c", WITHOUT);
    startedOftenerThanSystemdLikes();
    Awaitility.await("the hub knows what does not run")
        .atMost(GREEN_WITHIN)
        .until(() -> box().path("text").asText().equals("does not run: escale-hostapd@wlan0"));
    assertFalse(box().path("well").asBoolean());
    machine.in("sh", "-c", WITH_A_RADIO);
    green();
    takenAwayAndPutBack();
  }

  /** Every 30 s a round; the hub reads what it says. */
  private void green() {
    Awaitility.await("GREEN").atMost(GREEN_WITHIN).until(() -> box().path("well").asBoolean());
  }

  /** The first configuration has no segments: once those are there, no further one comes. */
  private void settled() {
    Awaitility.await("segments").atMost(GREEN_WITHIN).until(() -> bridges() && told());
  }

  private boolean bridges() {
    return machine.in("ip", "-br", "link", "show", "type", "bridge").contains("seg");
  }

  private boolean told() {
    var current = machine.in("cat", "/var/lib/escale-box/current");
    return current.equals(box().path("applied").asText());
  }

  private void diesAndComesAgain() {
    PROGRAMS.forEach(unit -> diesAndComesAgain(unit, Duration.ofSeconds(2)));
    diesAndComesAgain("escale-box", Duration.ofSeconds(5));
  }

  private void diesAndComesAgain(String unit, Duration after) {
    long before = machine.pid(unit);
    machine.in("kill", "-9", "" + before);
    Awaitility.await(unit)
        .atMost(after.plus(SLACK))
        .until(() -> machine.pid(unit) != 0 && machine.pid(unit) != before);
  }

  /**
   * The agent starts them again with each configuration; a radio may be lost and found for hours.
   */
  private void startedOftenerThanSystemdLikes() {
    for (int n = 0; n < 8; n++) {
      machine.in("sh", "-c", "exec /usr/lib/escale-box/start \"$(readlink /run/escale-box)\"");
    }
    long before = tried();
    Awaitility.await("a radio that is not there is tried for")
        .atMost(Duration.ofSeconds(30))
        .until(() -> tried() > before + 2);
  }

  private long tried() {
    return Long.parseLong(
        machine.in("systemctl", "show", "-P", "NRestarts", "escale-hostapd@wlan0"));
  }

  private void takenAwayAndPutBack() {
    var heard = box().path("heard").asText();
    machine.in("dpkg", "-r", "--force-depends", "escale-box");
    assertEquals(
        "nobody is let in by what nobody steers",
        "",
        machine.in("systemctl", "list-units", "--state=active", "--plain", "-q", "escale*"));
    machine.in("dpkg", "-i", "--force-depends", "/root/escale-box.deb");
    Awaitility.await("heard again")
        .atMost(GREEN_WITHIN)
        .until(() -> !box().path("heard").asText().equals(heard));
    green();
    PROGRAMS.forEach(unit -> assertNotEquals(unit, 0, machine.pid(unit)));
    assertFalse(machine.journal().contains("start-limit-hit"));
  }

  private JsonNode box() {
    return escale.as("operator").get("/api/v1/gateways/box-cei/box").json();
  }
}
