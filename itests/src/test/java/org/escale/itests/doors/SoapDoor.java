package org.escale.itests.doors;

import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.escale.itests.process.Http;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The SOAP door, by hand: no SOAP library, so that nothing can be wrong on both sides alike. */
record SoapDoor(Http http, String token) implements Door {
  @Override
  public String name() {
    return "SOAP";
  }

  @Override
  public Reply ask(Ask ask) {
    var fields =
        ask.fields().entrySet().stream()
            .map(f -> "<f:%s>%s</f:%s>".formatted(f.getKey(), escaped(f.getValue()), f.getKey()))
            .collect(Collectors.joining());
    return reply(send(Envelope.of(token, ask.operation(), fields)).body());
  }

  /** Sends a message as it is. */
  Http.Answer send(String message) {
    return http.send(
        http.to("/soap/v1/federation")
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(BodyPublishers.ofString(message)));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static Reply reply(String message) {
    var leaves = Reply.fresh();
    var document = parse(message);
    walk(document.getDocumentElement(), leaves);
    var fault = document.getElementsByTagNameNS(Envelope.NAMESPACE, "refusal").item(0);
    var failed = document.getElementsByTagNameNS("*", "Fault").getLength() > 0;
    return failed
        ? Reply.refused(
            Optional.ofNullable(fault)
                .map(f -> ((Element) f).getElementsByTagNameNS(Envelope.NAMESPACE, "code").item(0))
                .map(Node::getTextContent)
                .orElse("no code: " + message),
            leaves)
        : Reply.done(leaves);
  }

  private static void walk(Element element, Map<String, List<String>> leaves) {
    boolean leaf = true;
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        walk(child, leaves);
        leaf = false;
      }
    }
    if (leaf) {
      Reply.add(leaves, element.getLocalName(), element.getTextContent());
    }
  }

  private static Document parse(String message) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(message)));
    } catch (Exception e) {
      throw new AssertionError("no XML: " + message, e);
    }
  }
}
