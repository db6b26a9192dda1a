package org.escale.box;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.Test;

/** Whom a box believes when it comes first, and how its certificate is renewed. */
public class BelievedTest extends PluggedBox {
  @Test
  public void r19_aBoxComesToNoOtherHubThanTheOneOfItsFile() throws IOException {
    box.enrolment("hubkey " + "0".repeat(64) + "\n");
    var no = assertThrows(IOException.class, box.agent()::round);
    assertTrue(no.getMessage(), no.getMessage().contains("another hub"));
    assertFalse(Files.exists(box.home.path("identity")));
    box.enrolment();
    assertTrue(box.agent().round());
  }

  @Test
  public void aFileOfAnEarlierHubHasNoPrintAndCountsAllTheSame() throws IOException {
    box.enrolment("");
    assertTrue(box.agent().round());
  }

  @Test
  public void aCertificateForAnotherKeyOrOfAnotherHubIsNotBelieved() throws IOException {
    var mine = new Home(box.folder.resolve("mine"));
    var own = OwnKey.of(mine);
    var hub = OwnKey.of(new Home(box.folder.resolve("one")));
    var good = new ToyAuthority(box.folder.resolve("one"), hub).certificate(own.publicKey(), 3);
    Believed.certificate(good, own, hub.publicKey());
    for (var wrong : new String[] {"", "certificate", good.substring(0, 80)}) {
      assertThrows(IOException.class, () -> Believed.certificate(wrong, own, hub.publicKey()));
    }
    assertThrows(IOException.class, () -> Believed.certificate(good, hub, hub.publicKey()));
    assertThrows(IOException.class, () -> Believed.certificate(good, own, own.publicKey()));
  }

  @Test
  public void itsCertificateIsRenewedWithAThirdOfItsLifeLeft() throws IOException {
    assertTrue(box.agent().round());
    var first = certificate();
    box.hub.issues(30);
    assertTrue(at(Duration.ofHours(47)).round());
    assertEquals("not yet", first, certificate());
    var later = at(Duration.ofHours(49));
    assertTrue(later.round());
    var second = certificate();
    assertFalse(first.equals(second));
    assertTrue(later.round());
    assertEquals("once", second, certificate());
  }

  @Test
  public void whatIsNoLaterOneDoesNotTakeItsPlace() throws IOException {
    assertTrue(box.agent().round());
    var first = certificate();
    box.hub.issues(1);
    assertTrue(at(Duration.ofHours(49)).round());
    assertEquals("the old one is good until then", first, certificate());
    box.hub.issues(30);
    assertTrue(at(Duration.ofHours(71)).round());
    assertFalse(first.equals(certificate()));
  }

  private String certificate() throws IOException {
    return Files.readString(box.home.path("keys/box.pem"));
  }

  private Agent at(Duration later) throws IOException {
    var clock = Clock.offset(Clock.systemUTC(), later);
    assertTrue(clock.instant().isAfter(Instant.now()));
    return new Agent(box.home, clock, new DyingBox.Noting(box.home), step -> {});
  }
}
