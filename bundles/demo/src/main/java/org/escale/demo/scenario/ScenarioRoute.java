package org.escale.demo.scenario;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.demo.DemoAccounts;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.door.Route;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Plays a scenario and tells it, with each figure as worked out by hand and as read. There only
 * where the clock moves, and for the operator; one story at a time.
 */
@Component(service = Route.class)
public final class ScenarioRoute implements Route {
  private final List<Scenario> scenarios;
  private final Path accounts;
  private final URI doors;

  /** Those scenarios, where a clock moves. */
  @Activate
  public ScenarioRoute(
      @Reference List<Scenario> scenarios,
      @Reference(target = "(escale.clock=moving)") Clock moving,
      @Reference DemoAccounts accounts) {
    this.scenarios = List.copyOf(scenarios);
    this.accounts = accounts.file();
    this.doors = URI.create("http://127.0.0.1:" + System.getProperty("escale.port", "8181"));
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public String path() {
    return "sandbox/scenarios/{name}";
  }

  @Override
  public Outcome<Map<String, Object>> serve(Caller caller, Map<String, Object> body) {
    if (!caller.may(Operation.OPERATE)) {
      return Outcome.refused(Refusal.of(RefusalCode.NOT_ALLOWED, "operation", "OPERATE"));
    }
    return scenarios.stream()
        .filter(scenario -> scenario.name().equals(body.get("name")))
        .findFirst()
        .map(scenario -> gear(body).map(there -> played(scenario, there)))
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }

  /** Who plays devices near real gateways of this machine, as {@code "devices"} says. */
  private static Outcome<Optional<URI>> gear(Map<String, Object> body) {
    var devices = String.valueOf(body.getOrDefault("devices", ""));
    if (devices.isEmpty()) {
      return Outcome.done(Optional.empty());
    }
    return devices.matches("http://127\\.0\\.0\\.1:[0-9]{1,5}/[a-z-]{0,64}")
        ? Outcome.done(Optional.of(URI.create(devices)))
        : Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "devices"));
  }

  private synchronized Map<String, Object> played(Scenario scenario, Optional<URI> gear) {
    var story = new Story();
    try {
      scenario.play(Stage.open(doors, accounts, story, gear));
    } catch (Stage.BrokenOff | IOException e) {
      story.brokeOff(String.valueOf(e.getMessage()));
    }
    return story.told(scenario.name());
  }
}
