package org.escale.rest.adapter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.escale.adapter.Incident;
import org.escale.adapter.InstalledAdapter;
import org.escale.adapter.Proven;
import org.escale.federation.TruthMode;
import org.escale.service.Adapters.Proof;
import org.escale.service.Adapters.Standing;

/** What is shown of the systems that centres keep; never a setting's value. */
final class AdapterViews {
  private AdapterViews() {}

  /**
   * An adapter and how it stands.
   *
   * @param settings the names of its settings
   * @param spaces what the system calls each space
   * @param asOf by space: when its busy times were read last
   * @param near how often a space is looked at that is booked within two hours
   * @param safety places of each kind that are held back
   * @param waiting messages that wait to be told to it
   * @param aside messages that are set aside
   * @param breaker {@code OPEN} while it is left alone until {@code retryAt}, else {@code CLOSED}
   * @param proven by space: what it was found to do when it was tried last
   * @param pollAddress whether a secret address lets the system say that something changed
   * @param eventsAddress whether another one lets it tell what happened at its centre
   */
  public record AdapterView(
      String id,
      String centreId,
      String kind,
      List<String> settings,
      Map<String, String> spaces,
      String poll,
      String near,
      String deadline,
      int safety,
      boolean up,
      String text,
      Map<String, Instant> asOf,
      int waiting,
      int aside,
      String breaker,
      Optional<Instant> retryAt,
      Map<String, ProvenView> proven,
      boolean pollAddress,
      boolean eventsAddress) {
    static AdapterView of(InstalledAdapter row, Optional<Standing> standing) {
      var asOf = new TreeMap<String, Instant>();
      standing.ifPresent(s -> s.asOf().forEach((space, at) -> asOf.put(space.value(), at)));
      var proven = new TreeMap<String, ProvenView>();
      standing.ifPresent(
          s -> s.proven().forEach((space, l) -> proven.put(space.value(), ProvenView.of(l))));
      return new AdapterView(
          row.id().value(),
          row.centre().value(),
          row.kind(),
          row.settings().keySet().stream().sorted().toList(),
          new TreeMap<>(row.spaces()),
          row.poll().toString(),
          row.period(true).toString(),
          row.deadline().toString(),
          row.safety(),
          standing.map(Standing::up).orElse(false),
          standing.map(Standing::text).orElse(""),
          asOf,
          standing.map(Standing::waiting).orElse(0),
          standing.map(Standing::aside).orElse(0),
          standing.flatMap(Standing::silentUntil).isPresent() ? "OPEN" : "CLOSED",
          standing.flatMap(Standing::silentUntil),
          proven,
          row.hook().isPresent(),
          row.tells().isPresent());
    }
  }

  /**
   * What a system was found to do for one space, and when.
   *
   * @param truthMode the best guarantee that can be given there
   */
  public record ProvenView(TruthMode truthMode, Instant at) {
    static ProvenView of(Proven.Level level) {
      return new ProvenView(level.mode(), level.at());
    }
  }

  /**
   * What a system was found to do.
   *
   * @param truthMode the best guarantee that can be given with it
   */
  public record ProofView(TruthMode truthMode, Map<String, String> findings) {
    static ProofView of(Proof proof) {
      return new ProofView(proof.claims(), new TreeMap<>(proof.findings()));
    }
  }

  /**
   * An incident.
   *
   * @param insteadSpaceId the nearest equal space that was free when it was found
   */
  public record IncidentView(
      String id,
      String centreId,
      String spaceId,
      String bookingId,
      Incident.Kind kind,
      Instant from,
      Instant to,
      Instant found,
      Optional<String> insteadSpaceId,
      Optional<Instant> settled) {
    static IncidentView of(Incident i) {
      return new IncidentView(
          i.id().value(),
          i.centre().value(),
          i.space().value(),
          i.booking().value(),
          i.kind(),
          i.slot().from(),
          i.slot().to(),
          i.found(),
          i.instead().map(space -> space.value()),
          i.settled());
    }
  }
}
