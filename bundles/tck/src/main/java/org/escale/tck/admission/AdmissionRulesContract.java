package org.escale.tck.admission;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.HashSet;
import java.util.List;
import org.escale.federation.CentreFacts;
import org.escale.federation.Criterion;
import org.escale.spi.admission.AdmissionRules;
import org.escale.tck.RuleContract;
import org.escale.tck.sample.Centres;
import org.junit.Test;

/**
 * The rules AD1 to AD3 of {@link AdmissionRules}.
 *
 * @param <T> the rule's terms
 */
public abstract class AdmissionRulesContract<T extends Record>
    extends RuleContract<AdmissionRules<T>> {
  /** A contract test of admission rules. */
  protected AdmissionRulesContract() {
    super("admission");
  }

  @Test
  public void ad1_theVerdictIsPure() {
    assertPure(Centres.facts(), this::admit);
  }

  @Test
  public void ad1_eachCriterionIsNamedOnceWithItsEvidenceMetOrNot() {
    var names = admit(Centres.facts().get(0)).stream().map(Criterion::code).toList();
    for (var facts : Centres.facts()) {
      var verdict = admit(facts);
      var codes = verdict.stream().map(Criterion::code).toList();
      assertEquals("named twice: " + codes, codes.size(), new HashSet<>(codes).size());
      assertEquals("met or not", new HashSet<>(names), new HashSet<>(codes));
      verdict.forEach(c -> assertFalse(c.code() + " shows nothing", c.evidence().isEmpty()));
    }
  }

  @Test
  public void ad2_whatIsNotMetSaysWhatWouldMendIt() {
    Centres.facts().stream()
        .flatMap(facts -> admit(facts).stream())
        .filter(c -> !c.met())
        .forEach(c -> assertFalse(c.code() + " has no remedy", c.remedy().isBlank()));
  }

  @Test
  public void ad3_theOrderOfSpacesAndLabelsDoesNotMatter() {
    for (var facts : Centres.facts()) {
      assertEquals(admit(facts), admit(Centres.reordered(facts)));
    }
  }

  private List<Criterion> admit(CentreFacts facts) {
    return subject().admit(subject().released(), facts);
  }
}
