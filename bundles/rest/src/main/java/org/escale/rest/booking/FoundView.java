package org.escale.rest.booking;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.Guarantees;
import org.escale.federation.Position;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.rest.call.MoneyView;
import org.escale.service.Search;

/**
 * A space that can be booked now.
 *
 * @param networkId the network through which this guest uses it
 * @param price of one hour in it
 * @param truthMode who decides whether it is free
 * @param guarantee what that means, in a sentence
 * @param asOf how fresh that is
 * @param confirmed whether it was read within three periods
 */
public record FoundView(
    String spaceId,
    String spaceName,
    SpaceKind kind,
    int seats,
    Set<String> features,
    String centreId,
    String centreName,
    String siteId,
    String networkId,
    Position position,
    double distanceKm,
    int stars,
    Optional<MoneyView> price,
    TruthMode truthMode,
    String guarantee,
    Instant asOf,
    boolean confirmed,
    AgreementView terms) {

  /** As found, in words of that language. */
  public static FoundView of(Search.Found f, Locale locale) {
    var space = f.space();
    return new FoundView(
        space.id().value(),
        space.name(),
        space.kind(),
        space.seats(),
        space.features(),
        f.centre().id().value(),
        f.centre().name(),
        f.centre().site().value(),
        f.agreement().affiliation().value(),
        f.position(),
        Math.round(f.distanceKm() * 1000) / 1000.0,
        f.stars(),
        hour(f),
        space.truth(),
        Guarantees.of(space.truth(), locale),
        f.asOf(),
        f.confirmed(),
        AgreementView.of(f.agreement()));
  }

  private static Optional<MoneyView> hour(Search.Found f) {
    var kind = f.space().kind().name().toLowerCase(Locale.ROOT);
    return f.agreement().terms().prices().stream()
        .filter(price -> price.of().equals(kind) && price.unit().equals("hour"))
        .findFirst()
        .map(price -> MoneyView.of(price.each()));
  }
}
