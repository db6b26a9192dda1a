package org.escale.core.booking;

import java.time.Clock;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.caller.Caller;
import org.escale.core.centres.Told;
import org.escale.core.commits.Draft;
import org.escale.core.rights.Meant;
import org.escale.core.rights.Person;
import org.escale.core.rights.Place;
import org.escale.core.snapshot.Snapshot;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.BookingOffice.Wanted;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Drafts a new booking from a wish. */
@Component(service = Taking.class)
public final class Taking {
  private final Snapshots snapshots;
  private final Meant meant;
  private final Promises promises;
  private final Clock clock;

  /** Decides by the current snapshot. */
  @Activate
  public Taking(
      @Reference Snapshots snapshots,
      @Reference Meant meant,
      @Reference Promises promises,
      @Reference Clock clock) {
    this.snapshots = snapshots;
    this.meant = meant;
    this.promises = promises;
    this.clock = clock;
  }

  /** What would be written, or the first refusal in the order of {@code BookingOffice}. */
  Outcome<Draft<Booking>> draft(Caller caller, Wanted wanted) {
    var snapshot = snapshots.now();
    var now = clock.instant();
    return Wishes.of(snapshot, caller, wanted)
        .then(wishes -> timely(wishes, now))
        .then(
            wishes ->
                meant
                    .person(snapshot, caller, wanted.member())
                    .then(person -> met(snapshot, person, wishes)))
        .then(found -> promises.promise(found, now))
        .map(booking -> Draft.of(booking, 0).causing(Told.about(snapshot, booking)));
  }

  private static Outcome<Wishes> timely(Wishes wishes, java.time.Instant now) {
    return Slots.refusal(wishes.wanted().slot(), now)
        .<Outcome<Wishes>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(wishes));
  }

  private static Outcome<Promises.Case> met(Snapshot snapshot, Person person, Wishes wishes) {
    Optional<Place> place =
        Place.of(snapshot, person, wishes.centre(), wishes.wanted().slot().from());
    return place
        .map(found -> Outcome.done(new Promises.Case(snapshot, person, found, wishes)))
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND));
  }
}
