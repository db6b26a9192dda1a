package org.escale.core.presence;

import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.core.rights.Authoriser;
import org.escale.core.rights.Chance;
import org.escale.core.rights.Facts;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.rights.Use;
import org.escale.core.snapshot.Snapshot;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens or stays shut: rights first, then a place, then what changes by the minute. */
@Component(service = Door.class)
public final class Door {
  private final Rightful rightful;
  private final WalkIns walkIns;

  /** Somebody who asks for any desk. */
  record Asking(Snapshot snapshot, Person person, Place place, Use use, boolean arriving) {}

  /** Decides by these. */
  @Activate
  public Door(@Reference Rightful rightful, @Reference WalkIns walkIns) {
    this.rightful = rightful;
    this.walkIns = walkIns;
  }

  /** The same person at an open door, or the first refusal. */
  Outcome<Rightful.AtDoor> refusal(Rightful.AtDoor atDoor) {
    return rightful
        .refusal(atDoor)
        .<Outcome<Rightful.AtDoor>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(atDoor));
  }

  /** The desk that somebody may have, with its agreement, or the first refusal. */
  Outcome<WalkIns.Offered> walkIn(Asking asking) {
    var person = Optional.of(asking.person());
    var rights = new Facts(person, asking.place(), asking.use(), Chance.GOOD);
    var refused = Authoriser.refusal(rights);
    if (refused.isPresent()) {
      return Outcome.refused(refused.get());
    }
    var desk = walkIns.desk(asking.snapshot(), asking.place(), asking.use().slot().from());
    if (desk.isEmpty()) {
      return Outcome.refused(
          rightful
              .refusal(atDoor(asking, Optional.empty()))
              .filter(why -> why.code() != RefusalCode.CENTRE_FULL)
              .orElseGet(() -> walkIns.full(asking.place().centre().id())));
    }
    return walkIns
        .offer(asking.snapshot(), asking.person(), asking.place(), desk.get())
        .then(
            offered ->
                refusal(atDoor(asking, Optional.of(offered.agreement()))).map(open -> offered));
  }

  private static Rightful.AtDoor atDoor(Asking asking, Optional<Agreement> agreement) {
    return new Rightful.AtDoor(
        asking.snapshot(),
        asking.person(),
        asking.place(),
        asking.use(),
        agreement,
        asking.arriving());
  }
}
