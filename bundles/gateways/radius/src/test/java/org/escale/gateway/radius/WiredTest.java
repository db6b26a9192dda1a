package org.escale.gateway.radius;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.junit.Rule;
import org.junit.Test;

/** Who has the key passes a real switch port until check-out, by wpa_supplicant. */
public class WiredTest {
  @Rule public final WiredBench wired = new WiredBench();

  @Test
  public void s4_whoIsCheckedInReachesTheWebUntilCheckOutAndNotAgain() throws IOException {
    supplicant("key-of-ann");
    wired.await("reaches the web", () -> wired.wires.reaches(wired.page));
    wired.await("start told", () -> wired.bench.hub.kinds().contains(Kind.START));
    assertEquals(wired.ann.id(), wired.gateway.sessions().get(0).grant());
    var gone = wired.bench.hub.revokes(wired.ann);
    wired.gateway.apply(gone);
    long cut = System.nanoTime();
    wired.await("cut off", () -> !wired.wires.reaches(wired.page));
    var took = Duration.ofNanos(System.nanoTime() - cut);
    assertTrue("S4: " + took, took.toSeconds() < 5);
    wired.await("stop told", () -> wired.bench.hub.kinds().contains(Kind.STOP));
    assertTrue(wired.gateway.sessions().isEmpty());
    wired.wires.kill("supplicant");
    supplicant("key-of-ann");
    wired.await("asks again", () -> wired.gateway.health().text().contains("; refused "));
    assertFalse(wired.wires.reaches(wired.page));
    for (var once : List.of(Kind.START, Kind.STOP)) {
      assertEquals(1, wired.bench.hub.kinds().stream().filter(once::equals).count());
    }
  }

  @Test
  public void s1_aWrongKeyNeverOpensThePort() throws IOException {
    supplicant("key-of-bob");
    wired.await("refused", () -> wired.gateway.health().text().contains("; refused "));
    assertFalse(wired.wires.reaches(wired.page));
    assertEquals(List.of(), wired.bench.hub.kinds());
  }

  @Test
  public void thePortIsShutWhenHostapdDies() throws IOException {
    supplicant("key-of-ann");
    wired.await("reaches the web", () -> wired.wires.reaches(wired.page));
    wired.wires.kill("hostapd");
    wired.await("shut when nobody watches", () -> !wired.wires.reaches(wired.page));
  }

  private void supplicant(String key) throws IOException {
    var text =
        """
        ap_scan=0
        network={
          key_mgmt=IEEE8021X
          eapol_flags=0
          eap=PEAP
          phase2="auth=MSCHAPV2"
          anonymous_identity="anonymous@escale.example"
          identity="ann"
          password="%s"
          ca_cert="%s/front.pem"
          domain_match="radius.escale.example"
        }
        """;
    wired.supplicant(text.formatted(key, wired.room));
  }
}
