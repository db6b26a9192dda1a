package org.escale.centre.easyappointments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.escale.libraries.link.Inscription;
import org.escale.libraries.link.Troubles;
import org.escale.libraries.link.Web;
import org.escale.libraries.wire.Ask;
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
 * The rooms of Easy!Appointments, which are providers there. Its filters by day leave out what
 * begins before them, so everything of a provider is listed, page by page.
 */
record Rooms(Web web, ZoneId zone, Booker booker) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
  private static final int PAGE = 1000;

  /** As whom, and for what, the federation books. */
  record Booker(int service, int customer) {}

  Patience patience() {
    return web.patience();
  }

  /** All that keeps that room busy: appointments, its unavailabilities, and closures of all. */
  List<Appointment> all(SpaceRef space, Patience patience) throws CentreException {
    var room = number(space);
    var all = new ArrayList<Appointment>();
    for (var item : pages("appointments?providerId=" + room, patience)) {
      add(all, "a", item, room);
    }
    for (var item : pages("unavailabilities?providerId=" + room, patience)) {
      add(all, "u", item, room);
    }
    for (var item : pages("blocked_periods?with=", patience)) {
      all.add(Appointment.of("b", item, zone));
    }
    return all;
  }

  /** Ours under that key. */
  Optional<Appointment> find(SpaceRef space, Key key, Patience patience) throws CentreException {
    return all(space, patience).stream().filter(each -> each.is(key)).findFirst();
  }

  /** What is answered to who is let in. */
  Reply greet() throws CentreException {
    var reply = web.answer(ask("GET", "appointments?length=1"), patience());
    if (reply.status() != 200) {
      throw Troubles.of(reply.status());
    }
    return reply;
  }

  /** The providers, each of which is a room; their names, and nothing else of them. */
  List<ForeignPlace> listed() throws CentreException {
    var all = new ArrayList<ForeignPlace>();
    for (var item : pages("providers?with=", patience())) {
      var name = item.path("firstName").asText() + " " + item.path("lastName").asText();
      all.add(new ForeignPlace(new SpaceRef(item.path("id").asText()), name));
    }
    return all;
  }

  Reply create(SpaceRef space, TimeSlot slot, Inscription text, Patience patience)
      throws CentreException, WireException {
    return web.send(saying(ask("POST", "appointments"), number(space), slot, text), patience);
  }

  Reply change(SpaceRef space, Appointment old, Inscription text, Patience patience)
      throws CentreException, WireException {
    var ask = ask("PUT", "appointments/" + old.number().substring(1));
    return web.send(saying(ask, number(space), old.slot(), text).twice(), patience);
  }

  Reply delete(Appointment old, Patience patience) throws WireException {
    return web.send(ask("DELETE", "appointments/" + old.number().substring(1)), patience);
  }

  private void add(List<Appointment> all, String kind, JsonNode item, int room)
      throws CentreException {
    if (item.path("providerId").asInt() == room) {
      all.add(Appointment.of(kind, item, zone));
    }
  }

  private List<JsonNode> pages(String path, Patience patience) throws CentreException {
    var all = new ArrayList<JsonNode>();
    for (int page = 1; all.size() <= CentreFeed.MOST; page++) {
      var items = page(path + "&length=" + PAGE + "&page=" + page, patience);
      items.forEach(all::add);
      if (items.size() < PAGE) {
        return all;
      }
    }
    throw new CentreException(Trouble.FLOODED, "more than " + CentreFeed.MOST + " appointments");
  }

  private JsonNode page(String path, Patience patience) throws CentreException {
    var reply = web.answer(ask("GET", path), patience);
    if (reply.status() != 200) {
      throw Troubles.of(reply.status());
    }
    try {
      var items = JSON.readTree(reply.body());
      if (items.isArray()) {
        return items;
      }
    } catch (JsonProcessingException odd) {
      // refused below
    }
    throw Troubles.garbled("the answer is no list");
  }

  private Ask saying(Ask ask, int room, TimeSlot slot, Inscription text) {
    var body =
        Map.of(
            "start", Appointment.TIME.format(LocalDateTime.ofInstant(slot.from(), zone)),
            "end", Appointment.TIME.format(LocalDateTime.ofInstant(slot.to(), zone)),
            "notes", text.text(),
            "serviceId", booker.service(),
            "providerId", room,
            "customerId", booker.customer());
    try {
      return ask.saying("application/json", JSON.writeValueAsString(body));
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("texts and numbers can be written", never);
    }
  }

  private Ask ask(String method, String path) {
    return web.ask(method, web.border().origin().resolve(path)).with("Accept", "application/json");
  }

  private static int number(SpaceRef space) throws CentreException {
    if (!NUMBER.matcher(space.value()).matches()) {
      throw Troubles.setting("a space is the number of a provider");
    }
    return Integer.parseInt(space.value());
  }
}
