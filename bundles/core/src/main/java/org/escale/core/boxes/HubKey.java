package org.escale.core.boxes;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.access.BoxAuthority;
import org.escale.access.GatewayId;
import org.escale.core.boxes.Certificate.Use;
import org.escale.core.commits.Commits;
import org.escale.core.secrets.Sha256;
import org.escale.core.snapshot.Snapshots;
import org.escale.service.Boxes.HubKeys;
import org.escale.service.Boxes.Signed;
import org.escale.spi.store.Change;
import org.escale.spi.store.Vault;
import org.escale.spi.store.Write;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one key by which the hub signs what boxes are told: made when it is needed first, kept
 * encrypted. Safe for many threads.
 */
@Component(service = HubKey.class)
public final class HubKey {
  /** A box whose clock is a little behind believes it already. */
  private static final Duration EARLIER = Duration.ofHours(1);

  private static final Duration FIVE_YEARS = Duration.ofDays(1826);
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2049-12-31T00:00:00Z");
  private static final int SERIAL_BITS = 127;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Commits commits;
  private final Snapshots snapshots;
  private final Vault vault;

  /** Keeps it there. */
  @Activate
  public HubKey(
      @Reference Commits commits, @Reference Snapshots snapshots, @Reference Vault vault) {
    this.commits = commits;
    this.snapshots = snapshots;
    this.vault = vault;
  }

  /** The public half, by which boxes know the hub. */
  String publicKey() {
    return authority().publicKey();
  }

  /** SHA-256 of the public half, 64 hexadecimal digits. */
  String print() {
    return Sha256.of(publicKey());
  }

  /**
   * The certificate of the authority itself: the same text whenever it is asked for, so that a box
   * that has it has it by its hash. Its end is that of the key.
   */
  String chain() {
    var own = authority();
    var signer = Signer.boxes(vault.open(own.hidden()));
    return new Certificate(signer.name(), own.publicKey(), Use.AUTHORITY, FIRST, LAST)
        .pem(signer, BigInteger.ONE);
  }

  /** Fresh keys for the hub at that host. */
  HubKeys hubKeys(String host, Instant now) {
    var pair = Signing.fresh();
    var open = Signing.text(pair.getPublic().getEncoded());
    var hidden = Signing.text(pair.getPrivate().getEncoded());
    var key = "-----BEGIN PRIVATE KEY-----\n" + hidden + "\n-----END PRIVATE KEY-----\n";
    return new HubKeys(issued(host, open, Use.HUB, now) + chain(), key, chain());
  }

  /** A certificate for a box's own public key, five years from now. */
  String certificate(GatewayId box, String publicKey, Instant now) {
    return issued(box.value(), publicKey, Use.BOX, now);
  }

  private String issued(String subject, String publicKey, Use use, Instant now) {
    var serial = new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
    var from = now.minus(EARLIER);
    return new Certificate(subject, publicKey, use, from, now.plus(FIVE_YEARS))
        .pem(Signer.boxes(vault.open(authority().hidden())), serial);
  }

  /** The text, its digest and our signature. */
  Signed signed(String text) {
    var signature = Signing.sign(vault.open(authority().hidden()), text);
    return new Signed(text, Sha256.of(text), signature);
  }

  private BoxAuthority authority() {
    return known().orElseGet(this::only);
  }

  /** Of two that ask at once, one makes it; both use that one. */
  private synchronized BoxAuthority only() {
    return known().orElseGet(this::made);
  }

  private BoxAuthority made() {
    var pair = Signing.fresh();
    var fresh =
        new BoxAuthority(
            Signing.text(pair.getPublic().getEncoded()),
            vault.seal(Signing.text(pair.getPrivate().getEncoded())));
    var write = new Write.Put(fresh, 0);
    commits.commit(new Change("platform", Optional.empty(), List.of(write), List.of()));
    return snapshots.now().get(BoxAuthority.class, BoxAuthority.ONE).orElse(fresh);
  }

  private Optional<BoxAuthority> known() {
    return snapshots.now().get(BoxAuthority.class, BoxAuthority.ONE);
  }
}
