package org.escale.core.centres;

import java.util.List;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Onboarding;
import org.escale.spi.centre.CentreAdapter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a centre's system is brought in. Safe for many threads. */
@Component(service = Onboarding.class)
public final class Assistant implements Onboarding {
  private final Systems systems;

  /** Of the adapters that are here. */
  @Activate
  public Assistant(@Reference Systems systems) {
    this.systems = systems;
  }

  @Override
  public Outcome<List<Kind>> kinds(Caller caller) {
    return caller.may(Operation.OPERATE)
        ? Outcome.done(systems.adapters().stream().map(Assistant::kind).toList())
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  private static Kind kind(CentreAdapter adapter) {
    var settings =
        adapter.settings().stream()
            .map(s -> new Asked(s.name(), s.text(), s.secret(), s.preset()))
            .toList();
    return new Kind(adapter.kind(), settings);
  }
}
