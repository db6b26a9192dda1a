package org.escale.soap.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The child elements of one element, all in the namespace of the contract. */
public record Fields(Element element) {
  /** The namespace of the contract. */
  public static final String NAMESPACE = "urn:escale:federation:1";

  /** The local name of the element. */
  public String name() {
    return element.getLocalName();
  }

  /** The text of the one child of that name; a second one is refused. */
  Optional<String> one(String name) {
    var all = several(name);
    Ask.check(name, all.size() <= 1);
    return all.stream().findFirst();
  }

  /** The texts of all children of that name, without the blanks around them. */
  List<String> several(String name) {
    return children(name).stream().map(c -> c.element().getTextContent().strip()).toList();
  }

  /** All children of that name. */
  List<Fields> children(String name) {
    return all().stream().filter(child -> child.name().equals(name)).toList();
  }

  private List<Fields> all() {
    var found = new ArrayList<Fields>();
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child && NAMESPACE.equals(child.getNamespaceURI())) {
        found.add(new Fields(child));
      }
    }
    return found;
  }

  /** SHA-256 in hex of what it says, but for the child {@code omitted}: prefixes do not count. */
  String digest(String omitted) {
    var said = new StringBuilder();
    say(said, omitted);
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(said.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void say(StringBuilder said, String omitted) {
    var children = all();
    said.append('<').append(name()).append('>');
    if (children.isEmpty()) {
      said.append(element.getTextContent().strip().replace("<", "&lt;"));
    }
    children.stream().filter(c -> !c.name().equals(omitted)).forEach(c -> c.say(said, omitted));
    said.append("</>");
  }
}
