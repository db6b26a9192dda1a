package org.escale.core.operations;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.escale.core.plugins.PlugIns;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.ClockSteward;
import org.escale.service.Operations.Part;
import org.escale.spi.store.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How each part of this instance is (law E6). Safe for many threads. */
@Component(service = Health.class)
public final class Health {
  private final Journal journal;
  private final Snapshots snapshots;
  private final ClockSteward steward;
  private final PlugIns plugIns;
  private final Vitals vitals;

  /** Looks at these. */
  @Activate
  public Health(
      @Reference Journal journal,
      @Reference Snapshots snapshots,
      @Reference ClockSteward steward,
      @Reference PlugIns plugIns,
      @Reference Vitals vitals) {
    this.journal = journal;
    this.snapshots = snapshots;
    this.steward = steward;
    this.plugIns = plugIns;
    this.vitals = vitals;
  }

  /** Our own parts, then those of plug-ins. */
  List<Part> parts() {
    var own =
        Stream.of(
            part("database", this::database),
            part("snapshot", this::snapshot),
            part("steward", this::stewardRan),
            part("plug-ins", this::quarantine));
    return Stream.concat(own, vitals.parts().stream()).toList();
  }

  private String database() {
    if (!journal.writable()) {
      throw new IllegalStateException("changes cannot be written");
    }
    return "journal entry " + journal.head();
  }

  /** Costs that plug-in's own requests only, so the rest is ready. */
  private String quarantine() {
    var names = plugIns.quarantined();
    return names.isEmpty() ? "none in quarantine" : "in quarantine: " + String.join(", ", names);
  }

  private String snapshot() {
    long behind = journal.head() - snapshots.now().seq();
    if (behind > 1000) {
      throw new IllegalStateException(behind + " entries behind");
    }
    return "as of entry " + snapshots.now().seq();
  }

  private String stewardRan() {
    if (!steward.awake()) {
      throw new IllegalStateException("has not come round for a minute");
    }
    return "last came round at " + steward.lastRun();
  }

  private static Part part(String name, Supplier<String> look) {
    try {
      return new Part(name, true, look.get());
    } catch (RuntimeException down) {
      return new Part(name, false, String.valueOf(down.getMessage()));
    }
  }
}
