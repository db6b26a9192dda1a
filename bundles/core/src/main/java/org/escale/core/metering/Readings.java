package org.escale.core.metering;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.billing.UsageRecord;
import org.escale.caller.Caller;
import org.escale.caller.Sight;
import org.escale.core.centres.Reported;
import org.escale.core.commits.Draft;
import org.escale.core.credit.Reservations;
import org.escale.core.rights.People;
import org.escale.core.rights.Person;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.Extra;
import org.escale.federation.Space;
import org.escale.money.Money;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Metering.Reading;
import org.escale.spi.store.Effect;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Turns a reading into its usage record, once for each producer's key. Safe for many threads. */
@Component(service = Readings.class)
public final class Readings {
  private static final BigDecimal MOST = new BigDecimal(1_000_000);
  private static final int DECIMALS = 3;
  private static final int LONGEST_KEY = 64;

  private final Clock clock;
  private final Words words;
  private final Snapshots snapshots;
  private final People people;

  private record Found(Snapshot snapshot, Visit visit, Extra extra) {}

  /** Looks into these. */
  @Activate
  public Readings(
      @Reference Clock clock,
      @Reference Words words,
      @Reference Snapshots snapshots,
      @Reference People people) {
    this.clock = clock;
    this.words = words;
    this.snapshots = snapshots;
    this.people = people;
  }

  /** The record that this producer's key made before; another reading under it is refused. */
  Optional<Outcome<Kept<UsageRecord>>> before(Caller caller, Reading reading) {
    var query = Query.where("producer", producer(caller, reading));
    return words.find(UsageRecord.class, query, Sight.PLATFORM).items().stream()
        .findFirst()
        .map(
            kept ->
                same(kept.word(), reading)
                    ? Outcome.done(kept)
                    : Outcome.refused(RefusalCode.KEY_REUSED));
  }

  /** What would be written. */
  Outcome<Draft<UsageRecord>> draft(Caller caller, Reading reading) {
    var snapshot = snapshots.now();
    var visit = words.get(Visit.class, reading.visit(), caller.sight()).map(Kept::word);
    var extra =
        snapshot
            .get(Extra.class, reading.extra())
            .filter(e -> visit.filter(v -> v.centre().equals(e.centre())).isPresent());
    if (visit.isEmpty() || extra.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    var found = new Found(snapshot, visit.get(), extra.get());
    return allowed(found)
        .or(() -> wrong(reading))
        .<Outcome<Draft<UsageRecord>>>map(Outcome::refused)
        .orElseGet(() -> draft(found, caller, reading));
  }

  private Optional<Refusal> allowed(Found found) {
    var kind = found.extra().kind();
    return person(found)
        .flatMap(Person::entitlement)
        .filter(says -> says.extras().filter(allowed -> !allowed.contains(kind)).isPresent())
        .map(says -> Refusal.of(RefusalCode.SERVICE_NOT_ALLOWED, "found", kind));
  }

  private static Optional<Refusal> wrong(Reading reading) {
    var quantity = reading.quantity();
    if (quantity.signum() <= 0
        || quantity.compareTo(MOST) > 0
        || quantity.stripTrailingZeros().scale() > DECIMALS) {
      return Optional.of(Refusal.of(RefusalCode.INVALID_FIELD, "field", "quantity"));
    }
    return reading.producer().isBlank() || reading.producer().length() > LONGEST_KEY
        ? Optional.of(Refusal.of(RefusalCode.INVALID_FIELD, "field", "producer"))
        : Optional.empty();
  }

  private Outcome<Draft<UsageRecord>> draft(Found found, Caller caller, Reading reading) {
    var visit = found.visit();
    var now = clock.instant();
    var last = visit.closing().map(closing -> closing.at()).orElse(now);
    var at = ReportedTime.between(visit.startedAt(), reading.at().orElse(last), last);
    if (at.doubtful()) {
      return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", "at"));
    }
    var record =
        ExtraRecord.of(
            visit,
            found.snapshot().get(Space.class, visit.space()).map(Space::kind),
            found.extra(),
            new ExtraRecord.Reading(reading.quantity(), at.at(), producer(caller, reading)));
    List<Write> append = List.of(new Write.Append(record));
    var effects = new ArrayList<Effect>();
    effects.add(UsageEffects.rate(record));
    effects.addAll(Reported.used(found.snapshot(), record, caller));
    return Outcome.done(
        new Draft<>(UsageRecord.class, record.id(), append, effects, false)
            .also(reserve(found, record, now)));
  }

  private List<Write> reserve(Found found, UsageRecord record, Instant now) {
    var agreement = record.agreement();
    var amount =
        agreement
            .terms()
            .price(record.of())
            .map(price -> price.each().times(record.quantity()))
            .orElse(Money.ZERO);
    return Reservations.reserve(
        person(found).flatMap(Person::credit),
        agreement,
        new Reservations.Reserve(record.id(), amount, now));
  }

  private Optional<Person> person(Found found) {
    return people.person(found.snapshot(), found.visit().guest());
  }

  private static boolean same(UsageRecord record, Reading reading) {
    return record.visit().filter(reading.visit()::equals).isPresent()
        && record.quantity().compareTo(reading.quantity()) == 0;
  }

  private static String producer(Caller caller, Reading reading) {
    return caller.who() + ":" + reading.producer();
  }
}
