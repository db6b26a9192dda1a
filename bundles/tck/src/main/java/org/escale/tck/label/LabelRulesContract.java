package org.escale.tck.label;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.escale.federation.CentreFacts;
import org.escale.spi.label.Grade;
import org.escale.spi.label.LabelRules;
import org.escale.tck.RuleContract;
import org.escale.tck.sample.Centres;
import org.junit.Test;

/**
 * The rules LA1 to LA3 of {@link LabelRules}.
 *
 * @param <T> the rule's terms
 */
public abstract class LabelRulesContract<T extends Record> extends RuleContract<LabelRules<T>> {
  /** A contract test of label rules. */
  protected LabelRulesContract() {
    super("label");
  }

  @Test
  public void la1_gradingIsPure() {
    assertPure(Centres.facts(), this::grade);
  }

  @Test
  public void la1_eachLabelIsGivenOnceAtMost() {
    for (var facts : Centres.facts()) {
      var names = grade(facts).stream().map(Grade::name).toList();
      assertEquals("given twice: " + names, names.size(), new HashSet<>(names).size());
    }
  }

  @Test
  public void la2_starsAreZeroToFiveAndEachGradeNamesWhatDecided() {
    for (var facts : Centres.facts()) {
      for (var grade : grade(facts)) {
        assertTrue(grade + " has impossible stars", grade.stars() >= 0 && grade.stars() <= 5);
        assertFalse(grade.name() + " names no criterion", grade.evidence().isEmpty());
      }
    }
  }

  @Test
  public void la3_theOrderOfSpacesAndLabelsDoesNotMatter() {
    for (var facts : Centres.facts()) {
      assertEquals(grade(facts), grade(Centres.reordered(facts)));
    }
  }

  private List<Grade> grade(CentreFacts facts) {
    return subject().grade(subject().released(), facts);
  }
}
