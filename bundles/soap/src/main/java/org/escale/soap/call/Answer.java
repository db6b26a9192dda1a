package org.escale.soap.call;

import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;

/** An element that is being written, in the namespace of the contract. */
public record Answer(Element element) {

  /** A new message. */
  public static Answer message(String name) {
    try {
      var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
      var root = document.createElementNS(Fields.NAMESPACE, "f:" + name);
      document.appendChild(root);
      return new Answer(root);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java makes documents", e);
    }
  }

  /** Adds an element inside. */
  public Answer child(String name) {
    var child = element.getOwnerDocument().createElementNS(Fields.NAMESPACE, "f:" + name);
    element.appendChild(child);
    return new Answer(child);
  }

  /** Adds a field: instants as {@code 2027-03-01T08:00:00Z}, enumerations by their name. */
  public Answer field(String name, Object value) {
    child(name).element.setTextContent(String.valueOf(value));
    return this;
  }

  /** Adds a field where there is a value. */
  public Answer maybe(String name, Optional<?> value) {
    value.ifPresent(v -> field(name, v));
    return this;
  }

  /** Adds an element written by {@code how}. */
  public <T> Answer part(String name, T value, BiConsumer<Answer, T> how) {
    how.accept(child(name), value);
    return this;
  }

  /** Adds an element for each value, in order. */
  public <T> Answer each(String name, Collection<T> values, BiConsumer<Answer, T> how) {
    values.forEach(value -> part(name, value, how));
    return this;
  }
}
