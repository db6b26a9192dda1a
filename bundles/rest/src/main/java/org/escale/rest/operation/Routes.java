package org.escale.rest.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Json;
import org.escale.service.Guard;
import org.escale.service.Guard.Place;
import org.escale.spi.door.Route;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The routes that plug-ins show now; they come and go while the door stays open. Each is asked
 * through its own gate: 10 seconds, 10 minutes where the sandbox moves its clock; an answer has at
 * most 1,000,000 characters. One that fails costs its own path (law E3). Safe for many threads.
 */
@Component(service = Routes.class)
public final class Routes {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration SANDBOX = Duration.ofMinutes(10);
  private static final int LARGEST = 1_000_000;

  private final Guard guard;
  private final List<Shown> routes = new CopyOnWriteArrayList<>();

  /** Through that guard. */
  @Activate
  public Routes(@Reference Guard guard) {
    this.guard = guard;
  }

  /** A route, and what it said of itself when it came. */
  record Shown(Route route, String method, String path) {
    private boolean sane() {
      return method != null && path != null;
    }
  }

  /** A route comes; one that will not say where it is is not shown. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void addRoute(Route route) {
    var said =
        guard.ask(
            place(route, LIMIT), () -> new Shown(route, route.method(), route.path()), Shown::sane);
    if (said instanceof Outcome.Done<Shown> shown) {
      routes.add(shown.value());
    }
  }

  /** It goes. */
  void removeRoute(Route route) {
    routes.removeIf(shown -> shown.route() == route);
  }

  /** All of them. */
  List<Shown> all() {
    return routes;
  }

  /** The one that serves this; a part of a route's path in braces fits any part. */
  Optional<Shown> serving(String method, String path) {
    return routes.stream()
        .filter(route -> route.method().equals(method) && fits(route.path(), path))
        .findFirst();
  }

  /** What it answers, as JSON; {@code TEMPORARILY_UNAVAILABLE} where it fails. */
  Outcome<String> served(Shown shown, Caller caller, Map<String, Object> body) {
    var limit = shown.path().startsWith("sandbox/") ? SANDBOX : LIMIT;
    return guard
        .ask(
            place(shown.route(), limit),
            () -> shown.route().serve(caller, body).map(Routes::json),
            Routes::sane)
        .then(answer -> answer);
  }

  private static Place place(Route route, Duration limit) {
    return new Place(route.getClass().getName(), "route", limit);
  }

  private static boolean sane(Outcome<String> answer) {
    return !(answer instanceof Outcome.Done<String> done) || done.value().length() <= LARGEST;
  }

  private static String json(Map<String, Object> answer) {
    try {
      return Json.mapper().writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }

  /** Whether a path fits a template. */
  static boolean fits(String template, String path) {
    var wanted = template.split("/", -1);
    var given = path.split("/", -1);
    boolean fits = wanted.length == given.length;
    for (int i = 0; fits && i < wanted.length; i++) {
      fits = wanted[i].equals(given[i]) || (wanted[i].startsWith("{") && !given[i].isEmpty());
    }
    return fits;
  }
}
