package org.escale.centre.soap;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.helpers.DOMUtils;
import org.escale.spi.centre.Cursor;
import org.escale.spi.centre.HoldRequest;
import org.escale.spi.centre.Key;
import org.escale.spi.centre.Since;
import org.escale.spi.centre.SpaceRef;
import org.escale.word.TimeSlot;

/** What is asked of a centre's service: an element of the contract with its parts in order. */
record Message(String operation, Map<String, String> parts) {
  private static final String SPACE = "space";
  private static final String KEY = "key";
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
        .map(value -> message.with("cursor", value))
        .orElse(message)
        .with("limit", "" + since.limit());
  }

  DOMSource source() {
    var document = DOMUtils.createDocument();
    var root = document.createElementNS(Operator.NAMESPACE, operation);
    document.appendChild(root);
    parts.forEach(
        (name, text) -> {
          var part = document.createElementNS(Operator.NAMESPACE, name);
          part.setTextContent(text);
          root.appendChild(part);
        });
    return new DOMSource(document);
  }

  private static Message about(String operation, SpaceRef space) {
    return new Message(operation, Map.of()).with(SPACE, space.value());
  }

  private Message during(TimeSlot slot) {
    return with("from", text(slot.from())).with("to", text(slot.to()));
  }

  private Message with(String name, String text) {
    var more = new LinkedHashMap<>(parts);
    more.put(name, text);
    return new Message(operation, more);
  }

  private static String text(Instant at) {
    return org.escale.libraries.link.Answers.seconds(at).toString();
  }
}
