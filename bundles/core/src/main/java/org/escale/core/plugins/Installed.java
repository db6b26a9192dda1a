package org.escale.core.plugins;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Operations;
import org.escale.terms.DatedTerms;
import org.escale.terms.Rule;
import org.escale.terms.RuleRef;
import org.escale.terms.TermsId;

/**
 * One rule that is here now, with what it said of itself and the gate through which it is asked.
 */
final class Installed {
  private final Rule<?> rule;
  private final RuleRef ref;
  private final Record released;
  private final String version;
  private final Gate gate;
  private final Map<TermsId, Record> terms = new ConcurrentHashMap<>();

  private Installed(Rule<?> rule, RuleRef ref, Record released, Source source) {
    this.rule = rule;
    this.ref = ref;
    this.released = released;
    this.version = source.version();
    this.gate = source.gate();
  }

  /** Where a rule comes from: the version of its bundle, and the gate through which it is asked. */
  record Source(String version, Gate gate) {}

  /** Asks a rule that has just come what it is. */
  static Outcome<Installed> of(Rule<?> rule, String version, Gate gate) {
    return gate.ask(
        () -> new Installed(rule, rule.ref(), rule.released(), new Source(version, gate)),
        installed -> installed.ref != null && installed.released != null);
  }

  Rule<?> rule() {
    return rule;
  }

  RuleRef ref() {
    return ref;
  }

  Record released() {
    return released;
  }

  <T> Outcome<T> ask(Callable<T> question, Predicate<T> sane) {
    return gate.ask(question, sane);
  }

  /**
   * The dated terms as this rule's record; read once, inside the gate.
   *
   * @throws TermsReader.UnreadableTerms if they do not fit
   */
  Record terms(DatedTerms dated) {
    return terms.computeIfAbsent(
        dated.id(), id -> TermsReader.read(released.getClass(), dated.values()));
  }

  /** Those values as this rule's record; {@code INVALID_FIELD} names the component that is not. */
  Outcome<Record> read(Map<String, String> values) {
    try {
      return Outcome.done(TermsReader.read(released.getClass(), values));
    } catch (TermsReader.UnreadableTerms wrong) {
      return Outcome.refused(
          Refusal.of(RefusalCode.INVALID_FIELD, "field", "values." + wrong.getMessage()));
    }
  }

  Operations.PlugIn seen() {
    return new Operations.PlugIn(
        ref.value(), ref.contract(), version, gate.calls(), gate.failures(), gate.quarantined());
  }

  void close() {
    gate.close();
  }
}
