package org.escale.core.plugins;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Guard;
import org.escale.service.Operations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * A gate for each plug-in that is no rule, the same as rules have: 2 threads, 256 waiting calls, 30
 * seconds aside after 5 failures among 10 calls. Safe for many threads.
 */
@Component(service = {Gates.class, Guard.class})
public final class Gates implements Guard, AutoCloseable {
  private static final Duration SET_ASIDE = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Quarantine quarantine;
  private final Map<Place, Gate> gates = new ConcurrentHashMap<>();

  /** None at first. */
  @Activate
  public Gates(@Reference Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  @Override
  public <T> Outcome<T> ask(Place place, Callable<T> question, Predicate<T> sane) {
    if (quarantine.holds(place.plugIn())) {
      return unavailable(place, "is in quarantine");
    }
    var asked = gates.computeIfAbsent(place, this::gate).ask(question, sane);
    return asked instanceof Outcome.Refused<T> failed
        ? unavailable(place, failed.refusal().details().get("because"))
        : asked;
  }

  /** Those that were asked so far, with their counts. */
  public List<Operations.PlugIn> seen() {
    return gates.entrySet().stream()
        .map(known -> seen(known.getKey(), known.getValue()))
        .sorted(java.util.Comparator.comparing(Operations.PlugIn::name))
        .toList();
  }

  /** Stops their threads. */
  @Override
  @Deactivate
  public void close() {
    gates.values().forEach(Gate::close);
  }

  private Gate gate(Place place) {
    var limit = place.limit();
    if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("limit is 1 ms to 10 minutes");
    }
    return new Gate(place.plugIn(), quarantine, limit, SET_ASIDE);
  }

  private static Operations.PlugIn seen(Place place, Gate gate) {
    return new Operations.PlugIn(
        place.plugIn(), place.kind(), "", gate.calls(), gate.failures(), gate.quarantined());
  }

  private static <T> Outcome<T> unavailable(Place place, String why) {
    return Outcome.refused(
        new Refusal(
            RefusalCode.TEMPORARILY_UNAVAILABLE, Map.of("plugIn", place.plugIn(), "because", why)));
  }
}
