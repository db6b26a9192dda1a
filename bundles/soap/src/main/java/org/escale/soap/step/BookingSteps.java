package org.escale.soap.step;

import static org.escale.caller.Operation.AVAILABILITY_SEARCH;
import static org.escale.caller.Operation.BOOKING_READ;
import static org.escale.caller.Operation.BOOKING_WRITE;
import static org.escale.caller.Operation.DIRECTORY_READ;
import static org.escale.soap.call.RefusedException.done;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.client.MemberId;
import org.escale.federation.ExtraId;
import org.escale.federation.Position;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.service.BookingOffice;
import org.escale.service.Lookup;
import org.escale.service.Search;
import org.escale.soap.call.Answer;
import org.escale.soap.call.Ask;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds spaces, books, reads and cancels bookings. */
@Component(service = BookingSteps.class)
public final class BookingSteps {
  private static final int MOST_PEOPLE = 2000;
  private static final int MOST_LINES = 20;
  private static final int MOST_OF_ONE = 10_000;
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(15);

  private final Search search;
  private final BookingOffice office;
  private final Lookup lookup;

  /** With what finds, what books and what reads. */
  @Activate
  public BookingSteps(
      @Reference Search search, @Reference BookingOffice office, @Reference Lookup lookup) {
    this.search = search;
    this.office = office;
    this.lookup = lookup;
  }

  /** Its operations. */
  public List<Step> all() {
    return List.of(
        Step.of("SearchAvailability", this::search, AVAILABILITY_SEARCH, DIRECTORY_READ),
        Step.of("Book", this::book, BOOKING_WRITE),
        Step.of("GetBooking", this::get, BOOKING_READ),
        Step.of("CancelBooking", this::cancel, BOOKING_WRITE));
  }

  private void search(Ask ask, Answer answer) {
    var wish =
        new Search.Wish(
            new Position(ask.decimal("lat", 90), ask.decimal("lon", 180)),
            ask.slot(),
            ask.one("kind", SpaceKind.class),
            ask.integer("people", 1, 1, MOST_PEOPLE),
            ask.several("feature"),
            ask.integer("label", 0, 0, 5),
            ask.maybeId("memberId", MemberId::new),
            ask.integer("limit", 100, 1, 1000));
    answer.each("space", done(search.find(ask.caller(), wish)), BookingSteps::found);
  }

  private static void found(Answer at, Search.Found f) {
    var space = f.space();
    at.field("spaceId", space.id())
        .field("spaceName", space.name())
        .field("kind", space.kind())
        .field("seats", space.seats());
    space.features().stream().sorted().forEach(feature -> at.field("feature", feature));
    at.field("centreId", f.centre().id())
        .field("centreName", f.centre().name())
        .field("siteId", f.centre().site())
        .field("networkId", f.agreement().affiliation())
        .field("lat", f.position().latitude())
        .field("lon", f.position().longitude())
        .field("distanceKm", Math.round(f.distanceKm() * 1000) / 1000.0)
        .field("stars", f.stars());
    hour(at, f);
    at.field("truthMode", space.truth())
        .field("asOf", f.asOf())
        .part("terms", f.agreement(), Views::agreement);
  }

  private static void hour(Answer at, Search.Found f) {
    f.agreement()
        .terms()
        .price(f.space().kind().name().toLowerCase(Locale.ROOT))
        .filter(price -> price.unit().equals("hour"))
        .ifPresent(price -> at.part("price", price.each(), Views::money));
  }

  private void book(Ask ask, Answer answer) {
    var hold = ask.duration("holdFor");
    Ask.check("holdFor", hold.isEmpty() || shortEnough(hold.get()));
    var wanted =
        new BookingOffice.Wanted(
            ask.maybeId("id", BookingId::new),
            ask.id("spaceId", SpaceId::new),
            ask.slot(),
            ask.maybeId("memberId", MemberId::new),
            ask.integer("people", 1, 1, MOST_PEOPLE),
            extras(ask.children("line")),
            hold,
            Optional.empty());
    var kept = done(office.book(ask.caller(), wanted));
    answer.part("booking", kept.word(), Views::booking);
  }

  private static boolean shortEnough(Duration hold) {
    return hold.compareTo(Duration.ZERO) > 0 && hold.compareTo(LONGEST_HOLD) <= 0;
  }

  private static Map<ExtraId, Integer> extras(List<Ask> lines) {
    Ask.check("line", lines.size() <= MOST_LINES);
    var extras = new HashMap<ExtraId, Integer>();
    for (var line : lines) {
      int quantity = line.integer("quantity", 0, 1, MOST_OF_ONE);
      Ask.check("extraId", extras.put(line.id("extraId", ExtraId::new), quantity) == null);
    }
    return extras;
  }

  private void get(Ask ask, Answer answer) {
    var id = ask.named("id", BookingId::new);
    var kept = done(lookup.get(ask.caller(), Booking.class, id));
    answer.part("booking", kept.word(), Views::booking);
  }

  private void cancel(Ask ask, Answer answer) {
    var id = ask.named("id", BookingId::new);
    var kept = done(office.cancel(ask.caller(), id, ask.text("reason").orElse("")));
    answer.part("booking", kept.word(), Views::booking);
  }
}
