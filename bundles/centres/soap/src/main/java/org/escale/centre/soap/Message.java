package org.escale.centre.soap;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.helpers.DOMUtils;
import org.escale.adapter.CentreEvent;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;
import org.w3c.dom.Element;

/**
 * What is asked of a centre's service: an element of the contract with its parts in order.
 *
 * @param within the element that holds the parts; empty where the operation itself does
 */
record Message(String operation, String within, Map<String, String> parts) {
  private static final String SPACE = "space";
  private static final String KEY = "key";
  private static final String CURSOR = "cursor";
  private static final String LIMIT = "limit";
  private static final int LONGEST = 200;

  static Message hold(HoldRequest request, TimeSlot slot) {
    var label = request.label();
    return about("Hold", request.space())
        .with(KEY, request.key().uid())
        .during(slot)
        .with("until", text(request.until()))
        .with("label", label.substring(0, Math.min(label.length(), LONGEST)));
  }

  static Message confirm(SpaceRef space, Key key, String revision) {
    return about("Confirm", space).with(KEY, key.uid()).with("revision", revision);
  }

  static Message cancel(SpaceRef space, Key key) {
    return about("Cancel", space).with(KEY, key.uid());
  }

  static Message lookup(SpaceRef space, Key key) {
    return about("Lookup", space).with(KEY, key.uid());
  }

  static Message pull(SpaceRef space, TimeSlot slot) {
    return about("Pull", space).during(slot);
  }

  static Message changes(SpaceRef space, Since since) {
    var message = about("Changes", space).during(since.within());
    var cursor = since.cursor().map(Cursor::value);
    return cursor
        .map(value -> message.with(CURSOR, value))
        .orElse(message)
        .with(LIMIT, "" + since.limit());
  }

  static Message events(Optional<Cursor> since, int limit) {
    var message = new Message("Events", "", Map.of());
    return since
        .map(cursor -> message.with(CURSOR, cursor.value()))
        .orElse(message)
        .with(LIMIT, "" + limit);
  }

  static Message tell(CentreEvent event) {
    var message =
        new Message("Tell", "event", Map.of())
            .with(KEY, event.key())
            .with("booking", event.booking())
            .with("kind", event.kind().name())
            .with("at", text(event.at()));
    var what = event.what().isEmpty() ? message : message.with("what", event.what());
    return switch (event.kind()) {
      case ARRIVED, LEFT -> what;
      case EXTRA, CORRECTED -> what.with("quantity", event.quantity().toPlainString());
    };
  }

  static Message reject(String key, String part, String reason) {
    var named = key.isEmpty() ? "?" : key.substring(0, Math.min(key.length(), LONGEST));
    return new Message("Reject", "", Map.of())
        .with(KEY, named)
        .with("part", part)
        .with("reason", reason);
  }

  DOMSource source() {
    var document = DOMUtils.createDocument();
    var root = document.createElementNS(Operator.NAMESPACE, operation);
    document.appendChild(root);
    var holder = within.isEmpty() ? root : part(root, within);
    parts.forEach((name, text) -> part(holder, name).setTextContent(text));
    return new DOMSource(document);
  }

  private static Element part(Element holder, String name) {
    var part = holder.getOwnerDocument().createElementNS(Operator.NAMESPACE, name);
    holder.appendChild(part);
    return part;
  }

  private static Message about(String operation, SpaceRef space) {
    return new Message(operation, "", Map.of()).with(SPACE, space.value());
  }

  private Message during(TimeSlot slot) {
    return with("from", text(slot.from())).with("to", text(slot.to()));
  }

  private Message with(String name, String text) {
    var more = new LinkedHashMap<>(parts);
    more.put(name, text);
    return new Message(operation, within, more);
  }

  private static String text(Instant at) {
    return org.escale.libraries.link.Answers.seconds(at).toString();
  }
}
