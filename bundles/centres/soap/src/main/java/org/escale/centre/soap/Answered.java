package org.escale.centre.soap;

import java.util.List;
import java.util.Optional;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.helpers.DOMUtils;
import org.escale.spi.centre.CentreFeed;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a service answered, part by part. What is missing or odd makes the whole unreadable. */
record Answered(Element root) {
  static Answered of(Message asked, DOMSource source) throws LostException {
    var node = source == null ? null : source.getNode();
    var root = node instanceof Document document ? document.getDocumentElement() : node;
    if (root instanceof Element element
        && Operator.NAMESPACE.equals(element.getNamespaceURI())
        && element.getLocalName().equals(asked.operation() + "Response")) {
      return new Answered(element);
    }
    throw LostException.garbled("the answer is not that of the contract");
  }

  /** The text of a part that has to be there. */
  String text(String name) throws LostException {
    return textIfThere(name).orElseThrow(() -> missing(name));
  }

  Optional<String> textIfThere(String name) {
    return parts(name).stream().findFirst().map(part -> part.root.getTextContent().strip());
  }

  boolean yes(String name) throws LostException {
    return switch (text(name)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw LostException.garbled("the answer's " + name + " is neither true nor false");
    };
  }

  /** All parts of that name. */
  List<Answered> parts(String name) {
    return DOMUtils.getChildrenWithName(root, Operator.NAMESPACE, name).stream()
        .map(Answered::new)
        .toList();
  }

  /** The entries, as they are. */
  List<Entry> entries() throws LostException {
    var parts = parts("entry");
    if (parts.size() > CentreFeed.MOST) {
      throw LostException.flooded("more than " + CentreFeed.MOST + " entries");
    }
    var all = new java.util.ArrayList<Entry>();
    for (var part : parts) {
      all.add(Entry.of(part));
    }
    return all;
  }

  private static LostException missing(String name) {
    return LostException.garbled("the answer has no " + name);
  }
}
