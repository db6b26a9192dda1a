package org.escale.core.plugins;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Operations;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that are here now: the one class that sees plug-ins come and go. Everybody else asks
 * {@link Rules} and gets a value or a refusal. Safe for many threads.
 */
@Component(service = PlugIns.class, immediate = true)
public final class PlugIns {
  private static final Logger LOG = LoggerFactory.getLogger(PlugIns.class);

  private final Releases releases;
  private final Quarantine quarantine;
  private final Map<Rule<?>, Installed> rules = new ConcurrentHashMap<>();
  private final Map<Rule<?>, Held> held = new ConcurrentHashMap<>();

  private record Held(String name, String bundle, String version) {}

  /** Sees none at first. */
  @Activate
  public PlugIns(@Reference Releases releases, @Reference Quarantine quarantine) {
    this.releases = releases;
    this.quarantine = quarantine;
  }

  /**
   * A rule comes; what it was released with is in force unless others were entered. One that is in
   * quarantine is asked nothing until it is released.
   */
  public void add(Rule<?> rule, String bundle, String version) {
    var name = bundle + " " + rule.getClass().getSimpleName();
    if (quarantine.holds(name)) {
      held.put(rule, new Held(name, bundle, version));
      LOG.warn("rule {} {} is in quarantine", name, version);
    } else {
      install(rule, version, new Gate(name, quarantine));
    }
  }

  /** Lets one out of quarantine; whether it was in it. */
  public boolean release(String name) {
    var there = quarantine.release(name);
    held.forEach(
        (rule, which) -> {
          if (which.name().equals(name) && held.remove(rule, which)) {
            add(rule, which.bundle(), which.version());
          }
        });
    return there;
  }

  /** Those that an operator must release, by name. */
  public Set<String> quarantined() {
    return quarantine.names();
  }

  private void install(Rule<?> rule, String version, Gate gate) {
    var outcome = Installed.of(rule, version, gate);
    if (outcome instanceof Outcome.Done<Installed> done) {
      rules.put(rule, done.value());
      releases.release(done.value());
      LOG.info("rule {} {} is here", done.value().ref(), version);
    } else {
      gate.close();
      LOG.warn("rule {} {} would not say what it is", gate.name(), version);
    }
  }

  /** A rule goes; what waits for it is parked. */
  public void remove(Rule<?> rule) {
    held.remove(rule);
    Optional.ofNullable(rules.remove(rule))
        .ifPresent(
            gone -> {
              gone.close();
              LOG.info("rule {} is gone", gone.ref());
            });
  }

  /** Whether a rule of that reference is here. */
  public boolean has(RuleRef ref) {
    return find(ref) instanceof Outcome.Done;
  }

  /** The newest version here of that contract of that network. */
  public Optional<RuleRef> newest(NetworkId network, String contract) {
    return rules.values().stream()
        .map(Installed::ref)
        .filter(ref -> ref.network().equals(network.value()) && ref.contract().equals(contract))
        .max(Comparator.comparingInt(RuleRef::version));
  }

  /** All that are here, with their counts. */
  public List<Operations.PlugIn> seen() {
    var waiting =
        held.values().stream()
            .map(h -> new Operations.PlugIn(h.name(), "rule", h.version(), 0, 0, true));
    return Stream.concat(rules.values().stream().map(Installed::seen), waiting)
        .sorted(Comparator.comparing(Operations.PlugIn::name))
        .toList();
  }

  /** The one of that reference; {@code RULE_MISSING}. Of several any will do: they are equal. */
  Outcome<Installed> find(RuleRef ref) {
    return rules.values().stream()
        .filter(installed -> installed.ref().equals(ref))
        .findFirst()
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    org.escale.refusal.Refusal.of(RefusalCode.RULE_MISSING, "rule", ref.value())));
  }

  /** Stops every gate. */
  @Deactivate
  public void close() {
    List.copyOf(rules.keySet()).forEach(this::remove);
  }

  /** Called by the container as bundles come. */
  @Reference(
      service = Rule.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindRule(Rule<?> rule, ServiceReference<?> from) {
    var bundle = from.getBundle();
    add(rule, bundle.getSymbolicName(), bundle.getVersion().toString());
  }

  /** Called by the container as bundles go. */
  void unbindRule(Rule<?> rule) {
    remove(rule);
  }
}
