package org.escale.core.gatehouse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escale.access.BoxReport;
import org.escale.access.Segment;
import org.escale.access.Session;
import org.escale.core.sessions.Segments;
import org.escale.core.snapshot.Snapshot;
import org.escale.service.Gatehouse.Alarm;
import org.escale.service.Gatehouse.Fault;
import org.escale.service.Operations.Gear;
import org.escale.spi.store.Outbox.Message;

/**
 * What is to be seen at one gateway at one moment.
 *
 * @param waiting what it is to be told, of its centre
 * @param cutting sessions of its centre that are being cut
 * @param channels how many are drawn
 * @param box what its box says, where it is one
 */
record Scene(
    Gear gear, List<Message> waiting, Set<String> cutting, int channels, Optional<BoxReport> box) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration CUT = Duration.ofSeconds(60);
  private static final Duration SILENCE = Duration.ofMinutes(5);
  private static final int FEW = 64;

  /** Of that gateway; {@code all} waits anywhere. */
  static Scene of(Gear gear, Snapshot snapshot, List<Message> all) {
    var sessions = snapshot.where(Session.class, "centreId", gear.centre());
    var here = sessions.stream().map(s -> s.id().value()).collect(Collectors.toSet());
    return new Scene(
        gear,
        all.stream().filter(m -> here.contains(m.effect().about())).toList(),
        sessions.stream()
            .filter(s -> s.state() == Session.State.CUTTING)
            .map(s -> s.id().value())
            .collect(Collectors.toSet()),
        snapshot.where(Segment.class, "centreId", gear.centre()).size(),
        snapshot.get(BoxReport.class, gear.id()));
  }

  /** What is wrong there at {@code now}; pure. */
  List<Alarm> alarms(Instant now) {
    return Stream.of(
            new Alarm(Fault.DOWN, gear.up() ? 0 : 1),
            new Alarm(Fault.WAITING, older(now.minus(PATIENCE), false)),
            new Alarm(Fault.CUTTING, older(now.minus(CUT), true)),
            new Alarm(Fault.CHANNELS, scarce()),
            new Alarm(Fault.BOX, ill(now)))
        .filter(alarm -> alarm.count() > 0)
        .toList();
  }

  private int older(Instant limit, boolean cut) {
    return (int)
        waiting.stream()
            .filter(m -> m.since().isBefore(limit))
            .map(m -> m.effect().about())
            .filter(about -> cutting.contains(about) == cut)
            .distinct()
            .count();
  }

  private int scarce() {
    int free = Segments.LAST - Segments.FIRST + 1 - channels;
    return free <= FEW ? channels : 0;
  }

  private int ill(Instant now) {
    return box.filter(b -> !b.well() || b.heard().isBefore(now.minus(SILENCE))).isPresent() ? 1 : 0;
  }
}
