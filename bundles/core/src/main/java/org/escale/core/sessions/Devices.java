package org.escale.core.sessions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.escale.access.Device;
import org.escale.access.DeviceId;
import org.escale.access.GrantId;
import org.escale.access.Session;
import org.escale.client.Pseudonym;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.store.Vault;
import org.escale.spi.store.Write;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whose device it is, and which device a key belongs to: the first that came in with it (law S1).
 * Answers from memory; safe for many threads.
 */
@Component(service = Devices.class)
public final class Devices {
  private final Vault vault;
  private final Snapshots snapshots;
  private final Map<DeviceId, String> opened = new ConcurrentHashMap<>();
  private final Map<GrantId, String> first = new ConcurrentHashMap<>();
  private volatile Known known = new Known(new Object(), Map.of(), Map.of());

  private record Known(
      Object mark, Map<String, Device> byAddress, Map<GrantId, List<Device>> byGrant) {}

  /** Seals addresses with that vault. */
  @Activate
  public Devices(@Reference Vault vault, @Reference Snapshots snapshots) {
    this.vault = vault;
    this.snapshots = snapshots;
  }

  /** Who came in last with that device. */
  Optional<Pseudonym> owner(String address) {
    return Optional.ofNullable(current().byAddress().get(address)).map(Device::person);
  }

  /** Whether that device may use that grant: the first that asks, or one that was seen by it. */
  boolean admit(GrantId grant, String address) {
    var seen = current().byGrant().getOrDefault(grant, List.of());
    return seen.isEmpty()
        ? first.computeIfAbsent(grant, mine -> address).equals(address)
        : seen.stream().anyMatch(device -> address(device).equals(address));
  }

  /** How the live sessions of a centre were last seen in use. */
  Map<GrantId, Attachment> attached(CentreId centre) {
    var byGrant = current().byGrant();
    return snapshots.now().where(Session.class, "centreId", centre).stream()
        .flatMap(session -> byGrant.getOrDefault(session.id(), List.of()).stream())
        .collect(Collectors.toMap(Device::grant, this::attachment, (earlier, later) -> later));
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
    return opened.computeIfAbsent(device.id(), id -> vault.open(device.sealedAddress()));
  }

  private Known current() {
    var snapshot = snapshots.now();
    var mark = snapshot.mark(Device.class);
    var before = known;
    if (before.mark() == mark) {
      return before;
    }
    var byAddress = new HashMap<String, Device>();
    var byGrant = new HashMap<GrantId, List<Device>>();
    var oldestFirst =
        snapshot.all(Device.class).stream().sorted(Comparator.comparing(Device::seen)).toList();
    for (var device : oldestFirst) {
      byAddress.put(address(device), device);
      byGrant.computeIfAbsent(device.grant(), grant -> new ArrayList<>()).add(device);
    }
    first.keySet().removeIf(grant -> snapshot.get(Session.class, grant).isEmpty());
    var fresh = new Known(mark, Map.copyOf(byAddress), Map.copyOf(byGrant));
    known = fresh;
    return fresh;
  }
}
