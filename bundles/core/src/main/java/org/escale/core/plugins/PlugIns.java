package org.escale.core.plugins;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<Rule<?>, Installed> rules = new ConcurrentHashMap<>();

  /** Sees none at first. */
  @Activate
  public PlugIns(@Reference Releases releases) {
    this.releases = releases;
  }

  /** A rule comes; what it was released with is in force unless others were entered. */
  public void add(Rule<?> rule, String bundle, String version) {
    var outcome = Installed.of(rule, bundle, version);
    if (outcome instanceof Outcome.Done<Installed> done) {
      rules.put(rule, done.value());
      releases.release(done.value());
      LOG.info("rule {} of {} {} is here", done.value().ref(), bundle, version);
    } else {
      LOG.warn("a rule of {} {} would not say what it is", bundle, version);
    }
  }

  /** A rule goes; what waits for it is parked. */
  public void remove(Rule<?> rule) {
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
    return rules.values().stream()
        .map(Installed::seen)
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
