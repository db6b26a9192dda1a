package org.escale.core.plugins;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.escale.money.Money;
import org.escale.money.Rate;
import org.junit.Test;

public class TermsReaderTest {
  /** Of everything that terms can be made of. */
  record All(
      Money money,
      Rate rate,
      Duration time,
      Period period,
      int count,
      boolean yes,
      String text,
      BigDecimal share,
      List<String> list,
      Set<Money> amounts) {
    All {
      if (count < 0) {
        throw new IllegalArgumentException("not below zero");
      }
    }
  }

  private static final All ALL =
      new All(
          Money.euro("250.00"),
          Rate.euro("4.50"),
          Duration.ofMinutes(15),
          Period.ofMonths(3),
          8,
          true,
          "by the hour",
          new BigDecimal("0.80"),
          List.of("b", "a"),
          Set.of(Money.euro("1.00"), Money.euro("2.00")));

  @Test
  public void whatIsWrittenReadsTheSame() {
    var values = TermsWriter.write(ALL);
    assertEquals("250.00 EUR", values.get("money"));
    assertEquals("PT15M", values.get("time"));
    assertEquals("P3M", values.get("period"));
    assertEquals("b,a", values.get("list"));
    assertEquals(ALL, TermsReader.read(All.class, values));
  }

  @Test
  public void aMissingAnUnknownAndAWrongValueAreNamed() {
    assertEquals("count", named("count", ""));
    assertEquals("yes", named("yes", "maybe"));
    assertEquals("money", named("money", "250"));
    assertEquals("money", named("money", "0.001 EUR"));
    assertEquals("nonsense", named("nonsense", "1"));
    assertEquals("terms", named("count", "-1"));
    var values = new TreeMap<>(TermsWriter.write(ALL));
    values.remove("rate");
    assertEquals("rate", refused(values).getMessage());
  }

  @Test
  public void aTextThatWouldReadDifferentlyIsNotWritten() {
    record Names(List<String> names) {}
    assertThrows(
        IllegalArgumentException.class, () -> TermsWriter.write(new Names(List.of("a,b"))));
  }

  private static String named(String component, String text) {
    var values = new TreeMap<>(TermsWriter.write(ALL));
    values.put(component, text);
    return refused(values).getMessage();
  }

  private static Exception refused(Map<String, String> values) {
    return assertThrows(
        TermsReader.UnreadableTerms.class, () -> TermsReader.read(All.class, values));
  }
}
