package org.escale.core.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.escale.booking.Agreement;
import org.escale.core.centres.Freshness;
import org.escale.core.centres.Supply;
import org.escale.core.rights.Place;
import org.escale.federation.Space;
import org.escale.refusal.Outcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What of one centre is free, allowed and affordable, with its agreement. */
@Component(service = FreeSpaces.class)
public final class FreeSpaces {
  private final Supply supply;
  private final Agreements agreements;
  private final Freshness freshness;

  /** Offers what is supplied. */
  @Activate
  public FreeSpaces(
      @Reference Supply supply, @Reference Agreements agreements, @Reference Freshness freshness) {
    this.supply = supply;
    this.agreements = agreements;
    this.freshness = freshness;
  }

  /** A space with the agreement under which it could be had, and as of when it is free. */
  record Offered(Space space, Agreement agreement, Instant asOf, boolean confirmed) {}

  /** Those of that centre; none where the rules of the network are away. */
  List<Offered> of(Quest quest, Place place, Instant now) {
    var fitting = quest.spaces(place);
    var free = fitting.isEmpty() ? java.util.Set.of() : supply.of(fitting, quest.wish().slot());
    var known = new HashMap<Alike, Optional<Agreement>>();
    var offered = new ArrayList<Offered>();
    for (var space : fitting) {
      var asOf = freshness.asOf(space, now);
      if (asOf.isPresent() && free.contains(space.id())) {
        known
            .computeIfAbsent(Alike.of(space), alike -> agreement(quest, place, space))
            .ifPresent(
                agreement ->
                    offered.add(
                        new Offered(
                            space, agreement, asOf.get(), freshness.confirmed(space, now))));
      }
    }
    return offered;
  }

  private Optional<Agreement> agreement(Quest quest, Place place, Space space) {
    var deal = quest.deal(place, space);
    return agreements.offered(quest.snapshot(), deal)
            && agreements.seal(quest.snapshot(), deal) instanceof Outcome.Done<Agreement> sealed
        ? Optional.of(sealed.value())
            .filter(agreement -> quest.affords(place, agreement.terms().ceiling()))
        : Optional.empty();
  }
}
