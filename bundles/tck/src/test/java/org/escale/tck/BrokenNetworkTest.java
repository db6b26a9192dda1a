package org.escale.tck;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.federation.CentreFacts;
import org.escale.federation.Criterion;
import org.escale.federation.Network;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.spi.label.Grade;
import org.escale.spi.label.LabelRules;
import org.escale.spi.network.AffiliationRules;
import org.escale.spi.network.Offer;
import org.escale.tck.label.LabelRulesContract;
import org.escale.tck.network.AffiliationRulesContract;
import org.escale.terms.RuleRef;
import org.junit.Test;

public class BrokenNetworkTest {
  /** No numbers. */
  public record None() {}

  private record Joins(String id, Period commitment, List<Money> fees)
      implements AffiliationRules<None> {
    @Override
    public RuleRef ref() {
      return new RuleRef("sample/affiliation/1");
    }

    @Override
    public None released() {
      return new None();
    }

    @Override
    public Network network() {
      return new Network(new NetworkId(id), "Sample", Map.of(), "#123456");
    }

    @Override
    public Offer offer(None terms) {
      return new Offer(commitment, fees);
    }
  }

  private record Grades(int stars, List<Criterion> evidence) implements LabelRules<None> {
    @Override
    public RuleRef ref() {
      return new RuleRef("sample/label/1");
    }

    @Override
    public None released() {
      return new None();
    }

    @Override
    public List<Grade> grade(None terms, CentreFacts facts) {
      return List.of(new Grade("Sample", stars, evidence, Optional.empty()));
    }
  }

  /** Calls itself what its rules do not. */
  public static final class Misnamed extends AffiliationRulesContract<None> {
    @Override
    protected AffiliationRules<None> make() {
      return new Joins("other", Period.ofYears(1), List.of(Money.ZERO));
    }
  }

  /** For a week, and pays its centres to join. */
  public static final class Fleeting extends AffiliationRulesContract<None> {
    @Override
    protected AffiliationRules<None> make() {
      return new Joins("sample", Period.ofDays(7), List.of(Money.euro("-1.00")));
    }
  }

  /** Six stars, out of nowhere. */
  public static final class Dazzling extends LabelRulesContract<None> {
    @Override
    protected LabelRules<None> make() {
      return new Grades(6, List.of());
    }
  }

  @Test
  public void af1_catchesAnotherName() {
    Broken.assertCaughtBy(Misnamed.class, "af1");
  }

  @Test
  public void af2_catchesAShortCommitmentAndANegativeFee() {
    Broken.assertCaughtBy(Fleeting.class, "af2");
  }

  @Test
  public void la2_catchesASixthStar() {
    Broken.assertCaughtBy(Dazzling.class, "la2");
  }
}
