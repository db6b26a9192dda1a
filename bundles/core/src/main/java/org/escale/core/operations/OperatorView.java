package org.escale.core.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.core.connectivity.BoxStanding;
import org.escale.core.plugins.Gates;
import org.escale.core.plugins.PlugIns;
import org.escale.core.sessions.Gateways;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Operations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What an operator sees. A gateway that is down is shown with the plug-ins and makes nothing else
 * unready: check-in goes on without it. Safe for many threads.
 */
@Component(service = Operations.class)
public final class OperatorView implements Operations {
  private final Health health;
  private final PlugIns plugIns;
  private final Gates gates;
  private final Gateways gateways;
  private final BoxStanding boxes;

  /** Looks at these. */
  @Activate
  public OperatorView(
      @Reference Health health,
      @Reference PlugIns plugIns,
      @Reference Gates gates,
      @Reference Gateways gateways,
      @Reference BoxStanding boxes) {
    this.health = health;
    this.plugIns = plugIns;
    this.gates = gates;
    this.gateways = gateways;
    this.boxes = boxes;
  }

  @Override
  public List<Part> health() {
    return health.parts();
  }

  @Override
  public Outcome<List<PlugIn>> plugIns(Caller caller) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    var all = new ArrayList<>(plugIns.seen());
    all.addAll(gates.seen());
    gear().forEach(gear -> all.add(plugIn(gear)));
    return Outcome.done(List.copyOf(all));
  }

  @Override
  public Outcome<List<Gear>> gateways(Caller caller) {
    return caller.may(Operation.OPERATE)
        ? Outcome.done(gear())
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  @Override
  public Outcome<String> release(Caller caller, String plugIn) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return plugIns.release(plugIn) ? Outcome.done(plugIn) : Outcome.refused(RefusalCode.NOT_FOUND);
  }

  /** The gateways, then the boxes. */
  private List<Gear> gear() {
    return Stream.concat(gateways.standing().stream(), boxes.all().stream()).toList();
  }

  private static PlugIn plugIn(Gear gear) {
    var up = gear.up();
    return new PlugIn(gear.id().value(), "gateway", gear.driver(), 0, up ? 0 : 1, !up);
  }
}
