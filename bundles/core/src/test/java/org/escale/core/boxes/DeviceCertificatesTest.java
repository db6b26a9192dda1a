package org.escale.core.boxes;

import static org.escale.core.fixture.Answers.refused;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes;
import org.junit.After;
import org.junit.Test;

/** What boxes show devices, and that it opens no way to the hub. */
public class DeviceCertificatesTest {
  private final Hall hall = new Hall();
  private final Boxes boxes = hall.boxes();

  @After
  public void close() {
    hall.close();
  }

  @Test
  public void s1_aBoxIsKnownToDevicesAndCanNeverBeTakenForTheHub() throws Exception {
    var before = Answers.done(boxes.deviceAuthority());
    var pair = Signer.fresh().getPublic();
    var box = new ToyBox(hall, 0);
    var told = Answers.done(box.certificate(Signing.text(pair.getEncoded())));
    var chain = RadsecHub.certificates(told.text());
    assertEquals(2, chain.size());
    var shown = chain.get(0);
    shown.verify(chain.get(1).getPublicKey());
    shown.checkValidity(Date.from(hall.house.clock.instant().plus(Duration.ofDays(729))));
    assertArrayEquals(pair.getEncoded(), shown.getPublicKey().getEncoded());
    assertEquals(List.of("1.3.6.1.5.5.7.3.1"), shown.getExtendedKeyUsage());
    assertEquals(Boxes.DEVICES_NAME, shown.getSubjectAlternativeNames().iterator().next().get(1));
    var authority = Answers.done(boxes.deviceAuthority());
    assertEquals(chain.get(1), RadsecHub.certificates(authority).get(0));
    assertEquals("before the first box", before, authority);
    assertEquals("by its hash", authority, Answers.done(boxes.deviceAuthority()));
    var operator = hall.house.federation();
    var hub = Answers.done(boxes.hubKeys(operator, Boxes.DEVICES_NAME)).authority();
    var key = RadsecHub.certificates(hub).get(0).getPublicKey();
    assertThrows(GeneralSecurityException.class, () -> shown.verify(key));
    assertThrows(GeneralSecurityException.class, () -> chain.get(1).verify(key));
  }

  @Test
  public void forAKeyOnP256AloneAndForABoxThatIsBelieved() throws Exception {
    var box = new ToyBox(hall, 0);
    var maker = KeyPairGenerator.getInstance("EC");
    maker.initialize(new ECGenParameterSpec("secp384r1"));
    var larger = Signing.text(maker.generateKeyPair().getPublic().getEncoded());
    var other = Signing.text(Signing.fresh().getPublic().getEncoded());
    for (var wrong : List.of("x", "AAAA", larger, other)) {
      refused(RefusalCode.INVALID_FIELD, box.certificate(wrong));
    }
    Answers.done(boxes.revoke(hall.house.federation(), ToyBox.ID));
    var good = Signing.text(Signer.fresh().getPublic().getEncoded());
    refused(RefusalCode.NOT_FOUND, box.certificate(good));
  }
}
