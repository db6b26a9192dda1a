package org.escale.core.rights;

import static org.escale.refusal.RefusalCode.ALREADY_PRESENT;
import static org.escale.refusal.RefusalCode.CENTRE_CLOSED;
import static org.escale.refusal.RefusalCode.CENTRE_FULL;
import static org.escale.refusal.RefusalCode.CENTRE_NOT_ACTIVE;
import static org.escale.refusal.RefusalCode.COMPANY_CEASED;
import static org.escale.refusal.RefusalCode.HOURS_NOT_ALLOWED;
import static org.escale.refusal.RefusalCode.LABEL_NOT_ALLOWED;
import static org.escale.refusal.RefusalCode.NOT_EMPLOYED;
import static org.escale.refusal.RefusalCode.NO_CREDIT;
import static org.escale.refusal.RefusalCode.PAYMENT_OVERDUE;
import static org.escale.refusal.RefusalCode.SERVICE_NOT_ALLOWED;
import static org.escale.refusal.RefusalCode.UNKNOWN_MEMBER;
import static org.escale.refusal.RefusalCode.ZONE_NOT_ALLOWED;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.client.Company.Standing;
import org.escale.client.Entitlement;
import org.escale.money.Money;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;

/**
 * May this person use this centre and this extra then? One set of decisions for search, booking,
 * authorisation and check-in; of several refusals the first in the order of {@link RefusalCode} is
 * the answer. Pure.
 */
public final class Authoriser {
  private Authoriser() {}

  /** The first refusal in order of precedence; empty when allowed. */
  public static Optional<Refusal> refusal(Facts facts) {
    if (facts.person().isEmpty()) {
      return Optional.of(Refusal.of(UNKNOWN_MEMBER));
    }
    var person = facts.person().get();
    return person(person)
        .or(() -> place(person, facts.place()))
        .or(() -> use(person, facts.place(), facts.use()))
        .or(() -> chance(facts.chance()));
  }

  /** What holds wherever this person goes: NOT_EMPLOYED, COMPANY_CEASED, PAYMENT_OVERDUE. */
  public static Optional<Refusal> person(Person person) {
    if (!person.member().employed()) {
      return Optional.of(Refusal.of(NOT_EMPLOYED));
    }
    if (person.company().standing() == Standing.CEASED) {
      return Optional.of(Refusal.of(COMPANY_CEASED));
    }
    return when(person.company().standing() == Standing.OVERDUE, Refusal.of(PAYMENT_OVERDUE));
  }

  /** What holds in all of this centre: CENTRE_NOT_ACTIVE, ZONE_ and LABEL_NOT_ALLOWED. */
  public static Optional<Refusal> place(Person person, Place place) {
    if (place.way().isEmpty()) {
      return Optional.of(Refusal.of(CENTRE_NOT_ACTIVE, "centreId", place.centre().id().value()));
    }
    return person.entitlement().flatMap(says -> zone(says, place).or(() -> label(says, place)));
  }

  /** What holds for this use: SERVICE_NOT_ALLOWED, HOURS_NOT_ALLOWED. */
  public static Optional<Refusal> use(Person person, Place place, Use use) {
    return person
        .entitlement()
        .flatMap(says -> service(says, use).or(() -> hours(says, place, use)));
  }

  /** What changes by the minute: ALREADY_PRESENT, NO_CREDIT, CENTRE_FULL, CENTRE_CLOSED. */
  public static Optional<Refusal> chance(Chance chance) {
    if (chance.present()) {
      return Optional.of(Refusal.of(ALREADY_PRESENT));
    }
    if (chance.left().filter(left -> !covers(left, chance.ceiling())).isPresent()) {
      return Optional.of(Refusal.of(NO_CREDIT, "ceiling", chance.ceiling().toString()));
    }
    if (!chance.free()) {
      return Optional.of(Refusal.of(CENTRE_FULL));
    }
    return when(!chance.open(), Refusal.of(CENTRE_CLOSED));
  }

  private static boolean covers(Money left, Money ceiling) {
    return ceiling.isZero() || ceiling.compareTo(left) <= 0;
  }

  private static Optional<Refusal> zone(Entitlement says, Place place) {
    var region = place.site().region();
    var centre = place.centre().id();
    return forbids(says.zones(), region)
        .or(() -> forbids(says.centres(), centre).map(Object::toString))
        .map(what -> because(ZONE_NOT_ALLOWED, says, what));
  }

  private static Optional<Refusal> label(Entitlement says, Place place) {
    return when(
        place.stars() < says.leastStars(),
        because(LABEL_NOT_ALLOWED, says, Integer.toString(place.stars())));
  }

  private static Optional<Refusal> service(Entitlement says, Use use) {
    var kind = use.kind().flatMap(wanted -> forbids(says.kinds(), wanted)).map(Enum::name);
    return kind.or(
            () ->
                use.extras().stream()
                    .sorted()
                    .filter(extra -> forbids(says.extras(), extra).isPresent())
                    .findFirst())
        .map(what -> because(SERVICE_NOT_ALLOWED, says, what));
  }

  private static Optional<Refusal> hours(Entitlement says, Place place, Use use) {
    var allowed = AllowedHours.of(says, place.centre().hours().zone()).covers(use.slot());
    return when(!allowed, because(HOURS_NOT_ALLOWED, says, use.slot().from().toString()));
  }

  private static <V> Optional<V> forbids(Optional<Set<V>> allowed, V wanted) {
    return allowed.filter(set -> !set.contains(wanted)).map(set -> wanted);
  }

  private static Refusal because(RefusalCode code, Entitlement says, String what) {
    return new Refusal(code, Map.of("entitlementId", says.id().value(), "found", what));
  }

  private static Optional<Refusal> when(boolean holds, Refusal refusal) {
    return holds ? Optional.of(refusal) : Optional.empty();
  }
}
