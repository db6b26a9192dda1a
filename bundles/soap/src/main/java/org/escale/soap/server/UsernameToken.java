package org.escale.soap.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.escale.refusal.RefusalCode;
import org.escale.soap.call.RefusedException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads the WS-Security header: one UsernameToken whose password, as PasswordText, is an access
 * token. The user name is for people to read; the token says who it is. A timestamp is let pass,
 * since TLS keeps messages from being replayed; anything else in the header is refused, because it
 * would have to be understood (signatures, encrypted keys, SAML). Its limits: 10 elements in one,
 * 512 characters in one text.
 */
final class UsernameToken {
  static final String NAMESPACE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
  static final QName HEADER = new QName(NAMESPACE, "Security");

  private static final String TEXT =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0"
          + "#PasswordText";

  private static final int LONGEST = 512;
  private static final int ELEMENTS = 10;

  private UsernameToken() {}

  /** The access token in that header. */
  static String secret(Element security) {
    var tokens = new ArrayList<Element>();
    for (var child : children(security)) {
      if (is(child, "UsernameToken")) {
        tokens.add(child);
      } else if (!"Timestamp".equals(child.getLocalName())) {
        throw RefusedException.of(RefusalCode.MALFORMED_REQUEST);
      }
    }
    return Optional.of(tokens)
        .filter(all -> all.size() == 1)
        .flatMap(all -> password(all.get(0)))
        .orElseThrow(() -> RefusedException.of(RefusalCode.NOT_SIGNED_IN));
  }

  private static Optional<String> password(Element token) {
    return children(token).stream()
        .filter(child -> is(child, "Password"))
        .filter(child -> child.getAttribute("Type").matches("|\\Q" + TEXT + "\\E"))
        .map(child -> limited(child.getTextContent().strip()))
        .findFirst();
  }

  private static String limited(String text) {
    if (text.length() > LONGEST) {
      throw RefusedException.of(RefusalCode.TOO_LARGE);
    }
    return text;
  }

  private static boolean is(Element element, String name) {
    return NAMESPACE.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  private static List<Element> children(Element parent) {
    var found = new ArrayList<Element>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        found.add(child);
      }
    }
    if (found.size() > ELEMENTS || parent.getTextContent().length() > ELEMENTS * LONGEST) {
      throw RefusedException.of(RefusalCode.TOO_LARGE);
    }
    return found;
  }
}
