package org.escale.federation;

import static org.junit.Assert.assertEquals;

import java.util.HashSet;
import java.util.Locale;
import org.junit.Test;

/** Each guarantee has words of its own in each language. */
public class GuaranteesTest {
  @Test
  public void eachModeSaysInThreeLanguagesWhatItGuarantees() {
    var said = new HashSet<String>();
    for (var mode : TruthMode.values()) {
      for (var language : new Locale[] {Locale.FRENCH, new Locale("nl"), Locale.ENGLISH}) {
        said.add(Guarantees.of(mode, language));
      }
    }
    assertEquals(15, said.size());
    assertEquals(
        Guarantees.of(TruthMode.REQUEST, Locale.ENGLISH),
        Guarantees.of(TruthMode.REQUEST, Locale.JAPANESE));
  }
}
