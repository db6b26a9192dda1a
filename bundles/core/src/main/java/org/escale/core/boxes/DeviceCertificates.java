package org.escale.core.boxes;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.access.DeviceAuthority;
import org.escale.core.boxes.Certificate.Use;
import org.escale.core.commits.Commits;
import org.escale.core.snapshot.Snapshots;
import org.escale.service.Boxes;
import org.escale.spi.store.Change;
import org.escale.spi.store.Vault;
import org.escale.spi.store.Write;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What boxes show people's devices in 802.1X, by an authority of its own: what it signs opens no
 * way to the hub. Made when it is needed first, kept encrypted. Safe for many threads.
 */
@Component(service = DeviceCertificates.class)
public final class DeviceCertificates {
  private static final Duration EARLIER = Duration.ofHours(1);
  private static final Duration TWO_YEARS = Duration.ofDays(730);
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2049-12-31T00:00:00Z");
  private static final int SERIAL_BITS = 127;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Commits commits;
  private final Snapshots snapshots;
  private final Vault vault;

  /** Keeps it there. */
  @Activate
  public DeviceCertificates(
      @Reference Commits commits, @Reference Snapshots snapshots, @Reference Vault vault) {
    this.commits = commits;
    this.snapshots = snapshots;
    this.vault = vault;
  }

  /** By which devices know boxes, PEM. */
  String chain() {
    return authority().certificate();
  }

  /** For that public key on P-256, two years from now, and the authority behind it. */
  String certificate(String open, Instant now) {
    var own = authority();
    var from = now.minus(EARLIER);
    var serial = new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1);
    return new Certificate(Boxes.DEVICES_NAME, open, Use.HUB, from, now.plus(TWO_YEARS))
            .pem(Signer.devices(vault.open(own.hidden())), serial)
        + own.certificate();
  }

  private DeviceAuthority authority() {
    return known().orElseGet(this::only);
  }

  /** Of two that ask at once, one makes it; both use that one. */
  private synchronized DeviceAuthority only() {
    return known().orElseGet(this::made);
  }

  private DeviceAuthority made() {
    var pair = Signer.fresh();
    var hidden = Signing.text(pair.getPrivate().getEncoded());
    var signer = Signer.devices(hidden);
    var open = Signing.text(pair.getPublic().getEncoded());
    var certificate =
        new Certificate(signer.name(), open, Use.AUTHORITY, FIRST, LAST)
            .pem(signer, BigInteger.ONE);
    var fresh = new DeviceAuthority(certificate, vault.seal(hidden));
    var write = new Write.Put(fresh, 0);
    commits.commit(new Change("platform", Optional.empty(), List.of(write), List.of()));
    return known().orElse(fresh);
  }

  private Optional<DeviceAuthority> known() {
    return snapshots.now().get(DeviceAuthority.class, DeviceAuthority.ONE);
  }
}
