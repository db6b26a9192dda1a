package org.escale.core.sessions;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escale.access.Device;
import org.escale.access.DeviceId;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.client.Pseudonym;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.snapshot.WordIndex;
import org.escale.federation.CentreId;
import org.escale.presence.Visit;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.store.Vault;
import org.escale.spi.store.Write;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose device it is, and which device a key belongs to: the first that came in with it (law S1).
 * Answers from memory; safe for many threads.
 */
@Component(service = Devices.class)
public final class Devices {
  private static final Logger LOG = LoggerFactory.getLogger(Devices.class);

  /** Keys that were shown and not told of: so many at least before those that are over go. */
  private static final int REMEMBERED = 10_000;

  private final Vault vault;
  private final Snapshots snapshots;
  private final Map<GrantId, String> first = new ConcurrentHashMap<>();
  private final WordIndex<Device, String> byAddress;
  private volatile int sweepAt = REMEMBERED;

  /** Seals addresses with that vault. */
  @Activate
  public Devices(@Reference Vault vault, @Reference Snapshots snapshots) {
    this.vault = vault;
    this.snapshots = snapshots;
    this.byAddress = new WordIndex<>(snapshots, Device.class, this::clear);
  }

  /** Who came in last with that device. */
  Optional<Pseudonym> owner(String address) {
    return byAddress.at(address).stream()
        .max(Comparator.comparing(Device::seen))
        .map(Device::person);
  }

  /** Whether that device may use that grant: the first that asks, or one that was seen by it. */
  boolean admit(GrantId grant, String address) {
    var seen = snapshots.now().where(Device.class, "grant", grant);
    return seen.isEmpty()
        ? first(grant, address).equals(address)
        : seen.stream().anyMatch(device -> address(device).equals(address));
  }

  private String first(GrantId grant, String address) {
    if (first.size() > sweepAt) {
      first.keySet().removeIf(old -> snapshots.now().get(Session.class, old).isEmpty());
      sweepAt =
          Math.max(REMEMBERED, 2 * first.size()); // so that a sweep costs each admitted one little
    }
    var known = first.get(grant); // without a lock for who comes again
    return known != null ? known : first.computeIfAbsent(grant, mine -> address);
  }

  /** How the live sessions of a centre were last seen in use. */
  Map<GrantId, Attachment> attached(CentreId centre) {
    var now = snapshots.now();
    return now.where(Session.class, "centreId", centre).stream()
        .flatMap(session -> now.where(Device.class, "grant", session.id()).stream())
        .collect(Collectors.toMap(Device::grant, this::attachment, (earlier, later) -> later));
  }

  /** When somebody came in by that grant, or was heard of in its visit, whichever is later. */
  Optional<Instant> lastSeen(GrantId grant) {
    var now = snapshots.now();
    var cameIn = now.where(Device.class, "grant", grant).stream().map(Device::seen);
    var heardOf =
        now.get(Session.class, grant).flatMap(session -> now.get(Visit.class, session.visit()));
    return Stream.concat(cameIn, heardOf.flatMap(Visit::lastSeen).stream())
        .max(Comparator.naturalOrder());
  }

  /** What is to be written when a session is seen in use so; empty if that is known. */
  public Optional<Write> seen(Session session, Attachment in, Instant at) {
    var own =
        snapshots.now().where(Device.class, "person", session.guest().person()).stream()
            .filter(device -> address(device).equals(in.device()))
            .findFirst();
    if (own.filter(device -> knows(device, session.id(), in)).isPresent()) {
      return Optional.empty();
    }
    var device =
        own.map(before -> before.at(session.id(), in.gateway(), in.handle(), at))
            .orElseGet(() -> fresh(session, in, at));
    var revision = snapshots.now().kept(Device.class, device.id()).map(kept -> kept.revision());
    return Optional.of(new Write.Put(device, revision.orElse(0L)));
  }

  private Device fresh(Session session, Attachment in, Instant at) {
    return new Device(
        new DeviceId(UUID.randomUUID().toString()),
        session.guest().person(),
        vault.seal(in.device()),
        session.id(),
        in.gateway(),
        in.handle(),
        at);
  }

  private static boolean knows(Device device, GrantId grant, Attachment in) {
    return device.grant().equals(grant)
        && device.gateway().equals(in.gateway())
        && device.handle().equals(in.handle());
  }

  private Attachment attachment(Device device) {
    return new Attachment(device.gateway(), address(device), device.handle());
  }

  private String address(Device device) {
    return byAddress.key(device.id()).orElseGet(() -> vault.open(device.sealedAddress()));
  }

  /** A row that was not encrypted here is nobody's device. */
  private Optional<String> clear(Device device) {
    try {
      return Optional.of(vault.open(device.sealedAddress()));
    } catch (IllegalArgumentException foreign) {
      LOG.warn("device {} has an address that was not encrypted here", device.id());
      return Optional.empty();
    }
  }
}
