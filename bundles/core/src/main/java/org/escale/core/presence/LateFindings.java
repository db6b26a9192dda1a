package org.escale.core.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.escale.billing.UsageRecord;
import org.escale.caller.Sight;
import org.escale.core.metering.LateCorrections;
import org.escale.core.metering.LateCorrections.Other;
import org.escale.core.steward.EffectHandler;
import org.escale.presence.Closing;
import org.escale.presence.Closing.By;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Words;
import org.escale.spi.visit.Ending;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Weighs what gateways and centres told after a visit had ended: by everything known now, the
 * sealed rule says the end again. Another end than the record's is corrected, or becomes a finding
 * for somebody to look at. It waits a minute for more to come, for the rule while it is away, and
 * until the end that the rule then says has come: 24 hours at most (laws S5, S6). Run by the
 * Steward alone.
 */
@Component(service = EffectHandler.class)
public final class LateFindings implements EffectHandler {
  private static final Duration MORE_MAY_COME = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofHours(24);

  private final Words words;
  private final Closings closings;
  private final LateCorrections corrections;

  /** Asks rules there, and corrects there. */
  @Activate
  public LateFindings(
      @Reference Words words,
      @Reference Closings closings,
      @Reference LateCorrections corrections) {
    this.words = words;
    this.closings = closings;
    this.corrections = corrections;
  }

  @Override
  public String kind() {
    return LateWords.LATE;
  }

  @Override
  public Optional<Again> handle(Outbox.Waiting waiting, Instant now) {
    if (waiting.attempts() == 0) {
      return Optional.of(new Again(MORE_MAY_COME, "more may come"));
    }
    var id = new VisitId(waiting.effect().about());
    return words
        .get(Visit.class, id, Sight.PLATFORM)
        .map(Kept::word)
        .flatMap(
            visit ->
                corrections
                    .standing(visit)
                    .flatMap(record -> weigh(visit, record, waiting.effect(), now)));
  }

  private Optional<Again> weigh(Visit visit, UsageRecord record, Effect late, Instant now) {
    var end = closings.end(visit, facts(visit, record, late));
    var since = LateWords.instant(late, LateWords.SINCE).orElse(now);
    var patient = now.isBefore(since.plus(PATIENCE));
    if (!end.byRule() && patient) {
      return Optional.of(new Again(MORE_MAY_COME, "its rule is away"));
    }
    if (end.byRule() && end.ending().due().isAfter(now) && patient) {
      return Optional.of(new Again(Duration.between(now, end.ending().due()), "not yet over"));
    }
    var other = other(visit, end.ending());
    var same = record.closing().filter(c -> c.at().equals(other.closing().at())).isPresent();
    if (same) {
      return Optional.empty();
    }
    var sure = end.byRule() && !late.details().containsKey(LateWords.DOUBTFUL);
    return corrections.correct(record, other, sure)
        ? Optional.empty()
        : Optional.of(new Again(Duration.ZERO, "changed meanwhile"));
  }

  private static Other other(Visit visit, Ending ending) {
    var rule = visit.agreement().terms().visit().rule();
    var at = ending.billed().truncatedTo(ChronoUnit.SECONDS);
    return new Other(visit, new Closing(at, ending.by(), rule, ending.text()));
  }

  /** What ended it as far as anybody knew, with what is known since. */
  private static KnownFacts facts(Visit visit, UsageRecord record, Effect late) {
    var told = LateWords.instant(late, LateWords.STOPPED);
    var known = ended(record.closing(), By.GATEWAY);
    var stopped = told.filter(at -> known.filter(at::isAfter).isEmpty()).or(() -> known);
    var left = LateWords.instant(late, LateWords.LEFT);
    return new KnownFacts(stopped, left.or(() -> ended(visit.closing(), By.CHECK_OUT)));
  }

  private static Optional<Instant> ended(Optional<Closing> closing, By by) {
    return closing.filter(c -> c.by() == by).map(Closing::at);
  }
}
