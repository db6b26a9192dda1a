package org.escale.core.presence;

import java.time.Instant;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.core.rights.Authoriser;
import org.escale.core.rights.Chance;
import org.escale.core.rights.Facts;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.rights.Purse;
import org.escale.core.rights.Use;
import org.escale.core.snapshot.Snapshot;
import org.escale.money.Money;
import org.escale.presence.Visit;
import org.escale.refusal.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the one authorisation about somebody at the door; every refusal in its order. */
@Component(service = Rightful.class)
public final class Rightful {
  private final Purse purse;

  /** Looks into that purse. */
  @Activate
  public Rightful(@Reference Purse purse) {
    this.purse = purse;
  }

  /**
   * Somebody at the door.
   *
   * @param agreement what was or would be agreed; empty where no place is free
   * @param arriving whether it is a check-in: who is present already is refused
   */
  record AtDoor(
      Snapshot snapshot,
      Person person,
      Place place,
      Use use,
      Optional<Agreement> agreement,
      boolean arriving) {
    Instant at() {
      return use.slot().from();
    }
  }

  /** The first refusal in order of precedence. */
  Optional<Refusal> refusal(AtDoor door) {
    var facts = new Facts(Optional.of(door.person()), door.place(), door.use(), Chance.GOOD);
    return Authoriser.refusal(facts)
        .or(() -> Authoriser.chance(chance(door)))
        .map(no -> Purse.told(no, door.snapshot(), door.person()));
  }

  private Chance chance(AtDoor door) {
    var own = door.place().way().filter(way -> way.own()).isPresent();
    var left =
        own ? Optional.<Money>empty() : purse.left(door.snapshot(), door.person(), door.at());
    return new Chance(
        door.arriving() && present(door),
        left,
        door.agreement().map(agreed -> agreed.terms().ceiling()).orElse(Money.ZERO),
        door.agreement().isPresent(),
        door.place().centre().hours().openUntil(door.at()).isPresent());
  }

  private static boolean present(AtDoor door) {
    var guest = door.person().guest();
    return door.snapshot().where(Visit.class, "guest", guest.person()).stream()
        .anyMatch(visit -> visit.guest().equals(guest));
  }
}
