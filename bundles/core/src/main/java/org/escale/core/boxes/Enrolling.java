package org.escale.core.boxes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.escale.access.Box;
import org.escale.access.Box.State;
import org.escale.access.BoxPlan;
import org.escale.access.GatewayId;
import org.escale.caller.Caller;
import org.escale.core.commits.Commits;
import org.escale.core.commits.Draft;
import org.escale.core.secrets.Secret;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Boxes;
import org.escale.service.Boxes.Enrolled;
import org.escale.service.Boxes.HubKeys;
import org.escale.service.Boxes.Ticket;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a box becomes known: a token for one use, then the box's own key. Safe for many threads. */
@Component(service = Enrolling.class)
public final class Enrolling {
  private static final Logger LOG = LoggerFactory.getLogger(Enrolling.class);
  private static final Pattern HOST =
      Pattern.compile("(?=.{1,64}$)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9-]+)*");
  private static final Duration COUNTS = Duration.ofHours(Boxes.TOKEN_HOURS);

  private final Clock clock;
  private final Commits commits;
  private final Snapshots snapshots;
  private final HubKey key;
  private final Ceding ceding;

  /** Commits there. */
  @Activate
  public Enrolling(
      @Reference Clock clock,
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference HubKey key,
      @Reference Ceding ceding) {
    this.clock = clock;
    this.commits = commits;
    this.snapshots = snapshots;
    this.key = key;
    this.ceding = ceding;
  }

  Outcome<Ticket> expect(Caller caller, GatewayId id, CentreId centre, BoxPlan plan) {
    if (snapshots.now().get(Centre.class, centre).isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    var secret = Secret.fresh();
    var until = clock.instant().plus(COUNTS);
    var box = new Box(id, centre, State.AWAITED, plan, secret.digest(), until, "");
    if (!fits(box)) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "plan"));
    }
    var taken = ceding.refusal(box, plan.ceded());
    if (taken.isPresent()) {
      return Outcome.refused(taken.get());
    }
    return commits
        .commit(caller, () -> Outcome.done(Draft.of(box, revision(id))))
        .then(kept -> ticket(kept.word(), secret));
  }

  /** The secret is kept nowhere: a request that comes again cannot be answered with it. */
  private Outcome<Ticket> ticket(Box box, Secret secret) {
    return secret.opens(box.token())
        ? Outcome.done(new Ticket(box.id(), box.centre(), secret.text(), box.until(), key.print()))
        : Outcome.refused(RefusalCode.ALREADY_EXISTS);
  }

  Outcome<GatewayId> revoke(Caller caller, GatewayId id) {
    return commits
        .commit(
            caller,
            () ->
                snapshots
                    .now()
                    .kept(Box.class, id)
                    .map(kept -> Outcome.done(Draft.of(kept.word().revoked(), kept.revision())))
                    .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND)))
        .map(kept -> id);
  }

  Outcome<HubKeys> hubKeys(String host) {
    return HOST.matcher(host).matches()
        ? Outcome.done(key.hubKeys(host, clock.instant()))
        : Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "host"));
  }

  Outcome<Enrolled> enrol(String token, String publicKey) {
    if (!Signing.isKey(publicKey)) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "publicKey"));
    }
    var hubKey = key.publicKey();
    return commits
        .commit(Caller.NOBODY, () -> enrolled(token, publicKey))
        .map(kept -> welcome(kept.word(), hubKey));
  }

  private Enrolled welcome(Box box, String hubKey) {
    var now = clock.instant();
    return new Enrolled(
        box.id(), box.centre(), hubKey, key.certificate(box.id(), box.key(), now), key.chain());
  }

  /** Two that come with one token at once: the commit lets one through, the other reads afresh. */
  private Outcome<Draft<Box>> enrolled(String token, String publicKey) {
    var now = clock.instant();
    var kept =
        Secret.presented(token)
            .flatMap(
                secret ->
                    snapshots.now().all(Box.class).stream()
                        .filter(box -> secret.opens(box.token()))
                        .findFirst())
            .flatMap(box -> snapshots.now().kept(Box.class, box.id()));
    if (kept.isEmpty() || over(kept.get(), publicKey, now)) {
      LOG.warn("a box is refused: its token was used, has ended or never was");
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    return Outcome.done(Draft.of(kept.get().word().enrolled(publicKey), kept.get().revision()));
  }

  /** Whose answer was lost comes again with the same key, and is told the same. */
  private static boolean over(Kept<Box> kept, String publicKey, Instant now) {
    var box = kept.word();
    boolean free = box.state() == State.AWAITED || box.key().equals(publicKey);
    return !free || !now.isBefore(box.until());
  }

  private boolean fits(Box box) {
    try {
      return !Configurations.text(snapshots.now(), box, "").isEmpty();
    } catch (IllegalArgumentException no) {
      LOG.info("the plan of box {} does not work: {}", box.id(), no.getMessage());
      return false;
    }
  }

  private long revision(GatewayId id) {
    return snapshots.now().kept(Box.class, id).map(Kept::revision).orElse(0L);
  }
}
