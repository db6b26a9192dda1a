package org.escale.core.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.escale.access.InstalledGateway;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.plugins.Gates;
import org.escale.core.plugins.PlugIns;
import org.escale.core.sessions.Gateways;
import org.escale.core.snapshot.Snapshots;
import org.escale.core.steward.ClockSteward;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Operations;
import org.escale.spi.store.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What an operator sees. A gateway that is down is shown with the plug-ins and makes nothing else
 * unready: check-in goes on without it. Safe for many threads.
 */
@Component(service = Operations.class)
public final class OperatorView implements Operations {
  private final Journal journal;
  private final Snapshots snapshots;
  private final PlugIns plugIns;
  private final Gates gates;
  private final Gateways gateways;
  private final ClockSteward steward;

  /** Looks at these. */
  @Activate
  public OperatorView(
      @Reference Journal journal,
      @Reference Snapshots snapshots,
      @Reference PlugIns plugIns,
      @Reference Gates gates,
      @Reference Gateways gateways,
      @Reference ClockSteward steward) {
    this.journal = journal;
    this.snapshots = snapshots;
    this.plugIns = plugIns;
    this.gates = gates;
    this.gateways = gateways;
    this.steward = steward;
  }

  @Override
  public List<Part> health() {
    return List.of(
        part("database", this::database),
        part("snapshot", this::snapshot),
        part("steward", this::stewardRan),
        part("plug-ins", this::quarantine));
  }

  @Override
  public Outcome<List<PlugIn>> plugIns(Caller caller) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var all = new ArrayList<>(plugIns.seen());
    all.addAll(gates.seen());
    gateways.health().forEach((row, up) -> all.add(gateway(row, up)));
    return Outcome.done(List.copyOf(all));
  }

  private String database() {
    if (!journal.writable()) {
      throw new IllegalStateException("changes cannot be written");
    }
    return "journal entry " + journal.head();
  }

  @Override
  public Outcome<String> release(Caller caller, String plugIn) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return plugIns.release(plugIn) ? Outcome.done(plugIn) : Outcome.refused(RefusalCode.NOT_FOUND);
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

  private static PlugIn gateway(InstalledGateway row, boolean up) {
    return new PlugIn(row.id().value(), "gateway", row.driver(), 0, up ? 0 : 1, !up);
  }
}
