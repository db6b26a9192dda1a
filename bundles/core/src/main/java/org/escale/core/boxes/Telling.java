package org.escale.core.boxes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.escale.access.AccessGrant;
import org.escale.access.Box;
import org.escale.access.Session;
import org.escale.core.presence.LineList;
import org.escale.core.secrets.Sha256;
import org.escale.core.sessions.Grants;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes.Signed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a box is told, signed. Safe for many threads. */
@Component(service = Telling.class)
public final class Telling {
  /** How long a box may go by a list of entitlements. */
  static final Duration AGE = Duration.ofHours(24);

  private final Clock clock;
  private final Snapshots snapshots;
  private final Grants grants;
  private final HubKey key;
  private final DeviceCertificates devices;
  private final LineList list;
  private final Sampling sampling;

  /** From what is known there. */
  @Activate
  public Telling(
      @Reference Clock clock,
      @Reference Snapshots snapshots,
      @Reference Grants grants,
      @Reference HubKey key,
      @Reference DeviceCertificates devices,
      @Reference LineList list,
      @Reference Sampling sampling) {
    this.clock = clock;
    this.snapshots = snapshots;
    this.grants = grants;
    this.key = key;
    this.devices = devices;
    this.list = list;
    this.sampling = sampling;
  }

  Signed configuration(Box box) {
    return key.signed(Configurations.text(snapshots.now(), box, key.chain()));
  }

  /** For the box's own key, or for one that it shows devices. */
  Outcome<Signed> certificate(Box box, String deviceKey) {
    var now = clock.instant();
    if (deviceKey.isEmpty()) {
      return Outcome.done(key.signed(key.certificate(box.id(), box.key(), now)));
    }
    return Signer.isKey(deviceKey)
        ? Outcome.done(key.signed(devices.certificate(deviceKey, now)))
        : Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "body"));
  }

  String deviceAuthority() {
    return devices.chain();
  }

  /**
   * Each live grant of the centre, and who may come while the line is away: no name, and of keys
   * and codes salted digests only.
   */
  Signed entitlements(Box box) {
    var now = clock.instant();
    var until = now.plus(AGE);
    var salt = list.salt(box);
    var measure = sampling.asked(box).map(at -> "measure " + at + "\n").orElse("");
    var head =
        "escale-entitlements 1\nbox %s\nissued %s\nuntil %s\nsalt %s\n%s"
            .formatted(box.id(), now, until, salt, measure);
    var tail = list.lines(box, now, until);
    return key.signed(head + checkedIn(box, salt, now) + tail);
  }

  /** SHA-256 of the lines of who is checked in. */
  String checkedIn(Box box) {
    return Sha256.of(checkedIn(box, list.salt(box), clock.instant()));
  }

  private String checkedIn(Box box, String salt, Instant now) {
    return snapshots.now().where(Session.class, "centreId", box.centre()).stream()
        .map(grants::grant)
        .filter(grant -> !grant.revoked() && now.isBefore(grant.until()))
        .sorted(Comparator.comparing(grant -> grant.id().value()))
        .map(grant -> line(grant, salt))
        .collect(Collectors.joining());
  }

  private static String line(AccessGrant grant, String salt) {
    return "grant %s %d %s %s %s\n"
        .formatted(
            grant.id(),
            grant.segment(),
            grant.from(),
            grant.until(),
            Sha256.of(salt + grant.key()));
  }
}
