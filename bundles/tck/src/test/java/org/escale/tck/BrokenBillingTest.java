package org.escale.tck;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.escale.billing.UsageRecord.Kind;
import org.escale.money.Money;
import org.escale.money.Rate;
import org.escale.spi.billing.BillingRules;
import org.escale.spi.billing.Facts;
import org.escale.spi.billing.Offer;
import org.escale.spi.billing.Prices;
import org.escale.spi.billing.Rated;
import org.escale.tck.billing.BillingRulesContract;
import org.escale.terms.Price;
import org.escale.terms.Rounding;
import org.escale.terms.RuleRef;
import org.junit.Test;

public class BrokenBillingTest {
  /** One price for all. */
  public record Tariff(Money hour) {}

  private record Sample(Function<Facts, Rated> charge, Function<Facts, Rated> payout)
      implements BillingRules<Tariff> {
    @Override
    public RuleRef ref() {
      return new RuleRef("sample/billing/1");
    }

    @Override
    public Tariff released() {
      return new Tariff(Money.euro("4.00"));
    }

    @Override
    public Prices prices(Tariff terms, Offer offer) {
      var kind = offer.space().kind().name().toLowerCase(Locale.ROOT);
      var hour = new Price(kind, "hour", terms.hour());
      var page = new Price("photocopy", "page", Money.euro("0.15"));
      return new Prices(List.of(hour, page), Rounding.EXACT, Money.ZERO);
    }

    @Override
    public Rated charge(Tariff terms, Facts facts) {
      return charge.apply(facts);
    }

    @Override
    public Rated payout(Tariff terms, Facts facts) {
      return payout.apply(facts);
    }
  }

  private static Rated sound(Facts facts) {
    var record = facts.record();
    var kind = record.spaceKind().map(k -> k.name().toLowerCase(Locale.ROOT)).orElse("");
    var extra = record.kind() != Kind.PERIOD && !record.timed();
    var of = extra ? record.of() : kind;
    var price = record.agreement().terms().price(of);
    if (price.isEmpty()) {
      return Rated.doubt("No price.");
    }
    var each = price.get().each();
    return money(extra ? each.times(record.quantity()) : new Rate(each).of(record.time()));
  }

  private static Rated money(Money amount) {
    return Rated.of(amount, "So much.", Map.of());
  }

  /** As it should be. */
  public static final class Sound extends BillingRulesContract<Tariff> {
    @Override
    protected BillingRules<Tariff> make() {
      return new Sample(BrokenBillingTest::sound, BrokenBillingTest::sound);
    }
  }

  /** A discount for the hundredth call. */
  public static final class Loyalty extends BillingRulesContract<Tariff> {
    @Override
    protected BillingRules<Tariff> make() {
      var calls = new AtomicInteger();
      return new Sample(
          facts -> calls.incrementAndGet() % 100 == 0 ? money(Money.ZERO) : sound(facts),
          BrokenBillingTest::sound);
    }
  }

  /** Keeps a cent of what it gives back, on both sides. */
  public static final class Keeps extends BillingRulesContract<Tariff> {
    @Override
    protected BillingRules<Tariff> make() {
      return new Sample(Keeps::kept, Keeps::kept);
    }

    private static Rated kept(Facts facts) {
      var back = facts.record().quantity().signum() < 0 && facts.record().kind() != Kind.PERIOD;
      var rated = sound(facts);
      return back ? money(rated.amount().orElseThrow().plus(Money.euro("0.01"))) : rated;
    }
  }

  /** Guesses where nothing was agreed. */
  public static final class Guesses extends BillingRulesContract<Tariff> {
    @Override
    protected BillingRules<Tariff> make() {
      return new Sample(
          facts ->
              sound(facts).amount().isPresent()
                  ? sound(facts)
                  : money(Money.euro("1.00").times(sign(facts))),
          BrokenBillingTest::sound);
    }

    private static BigDecimal sign(Facts facts) {
      return BigDecimal.valueOf(facts.record().quantity().signum());
    }
  }

  /** Charges today's tariff instead of what was agreed. */
  public static final class Today extends BillingRulesContract<Tariff> {
    @Override
    protected BillingRules<Tariff> make() {
      return new Sample(
          facts ->
              sound(facts).amount().isPresent() && facts.record().kind() == Kind.TIME
                  ? money(Rate.euro("4.00").of(facts.record().time()))
                  : sound(facts),
          BrokenBillingTest::sound);
    }
  }

  /** Takes what was ordered and not used for seconds. */
  public static final class Hasty extends BillingRulesContract<Tariff> {
    @Override
    protected BillingRules<Tariff> make() {
      return new Sample(Hasty::timed, BrokenBillingTest::sound);
    }

    private static Rated timed(Facts facts) {
      var record = facts.record();
      return record.kind() == Kind.NO_SHOW
          ? money(new Rate(record.agreement().terms().prices().get(0).each()).of(record.time()))
          : sound(facts);
    }
  }

  /** Favours spaces by their names. */
  public static final class Partial extends BillingRulesContract<Tariff> {
    @Override
    protected BillingRules<Tariff> make() {
      return new Sample(Partial::favoured, BrokenBillingTest::sound);
    }

    private static Rated favoured(Facts facts) {
      return facts.record().space().filter(s -> s.value().startsWith("twin")).isPresent()
          ? money(Money.ZERO)
          : sound(facts);
    }
  }

  @Test
  public void bi7_catchesAFavouredName() {
    Broken.assertCaughtBy(Partial.class, "bi7");
  }

  @Test
  public void theKitPassesASoundRule() {
    Broken.assertCaughtBy(Sound.class);
  }

  @Test
  public void bi1_catchesState() {
    Broken.assertCaughtBy(Loyalty.class, "bi1", "bi2", "bi6", "bi7");
  }

  @Test
  public void bi2_bi3_catchACentKept() {
    Broken.assertCaughtBy(Keeps.class, "bi2", "bi3");
  }

  @Test
  public void bi4_catchesAGuess() {
    Broken.assertCaughtBy(Guesses.class, "bi4");
  }

  @Test
  public void bi6_catchesUnitsTakenForTime() {
    Broken.assertCaughtBy(Hasty.class, "bi6");
  }

  @Test
  public void bi5_catchesTodaysPrice() {
    Broken.assertCaughtBy(Today.class, "bi5");
  }
}
