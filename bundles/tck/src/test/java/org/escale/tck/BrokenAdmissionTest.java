package org.escale.tck;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.escale.federation.CentreFacts;
import org.escale.federation.Criterion;
import org.escale.spi.admission.AdmissionRules;
import org.escale.tck.admission.AdmissionRulesContract;
import org.escale.terms.RuleRef;
import org.junit.Test;

public class BrokenAdmissionTest {
  /** No numbers. */
  public record None() {}

  private record Sample(Function<CentreFacts, List<Criterion>> rule)
      implements AdmissionRules<None> {
    @Override
    public RuleRef ref() {
      return new RuleRef("sample/admission/1");
    }

    @Override
    public None released() {
      return new None();
    }

    @Override
    public List<Criterion> admit(None terms, CentreFacts facts) {
      return rule.apply(facts);
    }
  }

  private static Criterion desks(CentreFacts facts, String remedy) {
    int desks = facts.centre().profile().desks();
    return new Criterion("DESKS", desks > 9, true, Map.of("found", "" + desks), remedy);
  }

  /** As it should be. */
  public static final class Sound extends AdmissionRulesContract<None> {
    @Override
    protected AdmissionRules<None> make() {
      return new Sample(facts -> List.of(desks(facts, "More desks.")));
    }
  }

  /** Remembers how often it was asked. */
  public static final class Remembers extends AdmissionRulesContract<None> {
    @Override
    protected AdmissionRules<None> make() {
      var calls = new AtomicInteger();
      return new Sample(
          facts ->
              List.of(
                  new Criterion(
                      "CALLS", true, false, Map.of("n", "" + calls.incrementAndGet()), "")));
    }
  }

  /** Leaves out what is met. */
  public static final class Silent extends AdmissionRulesContract<None> {
    @Override
    protected AdmissionRules<None> make() {
      return new Sample(
          facts ->
              facts.centre().profile().desks() > 9
                  ? List.of()
                  : List.of(desks(facts, "More desks.")));
    }
  }

  /** Says no and leaves it there. */
  public static final class Curt extends AdmissionRulesContract<None> {
    @Override
    protected AdmissionRules<None> make() {
      return new Sample(facts -> List.of(desks(facts, "")));
    }
  }

  /** Looks at the first space only. */
  public static final class FirstSpace extends AdmissionRulesContract<None> {
    @Override
    protected AdmissionRules<None> make() {
      return new Sample(
          facts -> {
            var first = facts.spaces().isEmpty() ? "" : facts.spaces().get(0).name();
            return List.of(new Criterion("FIRST", true, false, Map.of("space", first), ""));
          });
    }
  }

  @Test
  public void theKitPassesASoundRule() {
    Broken.assertCaughtBy(Sound.class);
  }

  @Test
  public void ad1_catchesStateAndOmission() {
    Broken.assertCaughtBy(Remembers.class, "ad1", "ad3");
    Broken.assertCaughtBy(Silent.class, "ad1");
  }

  @Test
  public void ad2_catchesANoWithoutRemedy() {
    Broken.assertCaughtBy(Curt.class, "ad2");
  }

  @Test
  public void ad3_catchesAnEyeOnTheOrder() {
    Broken.assertCaughtBy(FirstSpace.class, "ad3");
  }
}
