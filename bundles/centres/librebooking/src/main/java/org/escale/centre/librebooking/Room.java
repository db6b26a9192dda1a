package org.escale.centre.librebooking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.escale.libraries.link.Inscription;
import org.escale.libraries.link.Troubles;
import org.escale.libraries.wire.Patience;
import org.escale.libraries.wire.Reply;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.CentreFeed;
import org.escale.spi.centre.ForeignPlace;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/**
 * One resource of LibreBooking. Availability is not asked for: with an offset it says free inside a
 * booking. All is found by listing, in UTC.
 */
record Room(Services services, String number, Patience patience) {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final Duration AROUND = Duration.ofDays(800);
  private static final Duration MORE = Duration.ofDays(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

  static Room of(Services services, SpaceRef space) throws CentreException {
    if (!NUMBER.matcher(space.value()).matches()) {
      throw Troubles.setting("a space is the number of a resource");
    }
    return new Room(services, space.value(), services.patience());
  }

  /** The resources that our account may see. */
  static List<ForeignPlace> listed(Services services) throws CentreException {
    var items = services.get("Resources/", services.patience()).path("resources");
    if (!items.isArray()) {
      throw Troubles.garbled("the answer lists no resources");
    }
    var all = new ArrayList<ForeignPlace>();
    for (var item : items) {
      var number = new SpaceRef(item.path("resourceId").asText());
      all.add(new ForeignPlace(number, item.path("name").asText()));
    }
    return all;
  }

  /** All that overlaps the slot. */
  List<Reservation> during(TimeSlot slot) throws CentreException {
    var path =
        "Reservations/?resourceId="
            + number
            + "&startDateTime="
            + parameter(slot.from().minus(MORE))
            + "&endDateTime="
            + parameter(slot.to().plus(MORE));
    var items = services.get(path, patience).path("reservations");
    if (!items.isArray()) {
      throw Troubles.garbled("the answer lists no reservations");
    }
    if (items.size() > CentreFeed.MOST) {
      throw new CentreException(Trouble.FLOODED, "more than " + CentreFeed.MOST + " reservations");
    }
    var all = new ArrayList<Reservation>();
    for (var item : items) {
      var reservation = Reservation.of(item);
      if (reservation.slot().overlaps(slot) && item.path("resourceId").asText().equals(number)) {
        all.add(reservation);
      }
    }
    return all;
  }

  /** Ours under that key, found by listing two years around {@code now}. */
  Optional<Reservation> find(Key key, Instant now) throws CentreException {
    return during(new TimeSlot(now.minus(AROUND), now.plus(AROUND))).stream()
        .filter(reservation -> reservation.is(key))
        .findFirst();
  }

  Reply create(TimeSlot slot, Inscription title) throws CentreException, WireException {
    return services.send("POST", "Reservations/", body(slot, title), patience);
  }

  Reply change(Reservation old, Inscription title) throws CentreException, WireException {
    var path = "Reservations/" + parameter(old.reference()) + "?updateScope=this";
    return services.send("POST", path, body(old.slot(), title), patience);
  }

  Reply delete(Reservation old) throws CentreException, WireException {
    var path = "Reservations/" + parameter(old.reference()) + "?updateScope=this";
    return services.send("DELETE", path, Map.of(), patience);
  }

  /** Every member that LibreBooking knows: one that is left out is answered by 500. */
  private Map<String, ?> body(TimeSlot slot, Inscription title) throws CentreException {
    var body = new HashMap<String, Object>();
    for (var list :
        List.of(
            "accessories",
            "customAttributes",
            "invitees",
            "participants",
            "participatingGuests",
            "invitedGuests",
            "resources",
            "retryParameters")) {
      body.put(list, List.of());
    }
    body.put("startReminder", null);
    body.put("endReminder", null);
    body.put("recurrenceRule", once());
    body.put("allowParticipation", false);
    body.put("termsAccepted", true);
    body.put("description", "");
    body.put("title", title.text());
    body.put("resourceId", Integer.valueOf(number));
    body.put("userId", services.user(patience));
    body.put("startDateTime", TIME.format(slot.from()));
    body.put("endDateTime", TIME.format(slot.to()));
    return body;
  }

  private static Map<String, ?> once() {
    var rule = new HashMap<String, Object>();
    rule.put("type", "none");
    rule.put("interval", 1);
    rule.put("monthlyType", null);
    rule.put("weekdays", List.of());
    rule.put("repeatTerminationDate", null);
    return rule;
  }

  private static String parameter(Instant at) {
    return parameter(TIME.format(at));
  }

  private static String parameter(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
