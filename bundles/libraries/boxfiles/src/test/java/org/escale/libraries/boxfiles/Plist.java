package org.escale.libraries.boxfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** A property list of Apple's: valid by its DTD, each key once, as values of Java. */
record Plist(String text) {
  private static final String DTD =
      """
      <!ENTITY % object "(array|data|date|dict|real|integer|string|true|false)">
      <!ELEMENT plist %object;>
      <!ATTLIST plist version CDATA "1.0">
      <!ELEMENT array (%object;)*>
      <!ELEMENT dict (key, %object;)*>
      <!ELEMENT key (#PCDATA)>
      <!ELEMENT string (#PCDATA)>
      <!ELEMENT data (#PCDATA)>
      <!ELEMENT date (#PCDATA)>
      <!ELEMENT true EMPTY>
      <!ELEMENT false EMPTY>
      <!ELEMENT real (#PCDATA)>
      <!ELEMENT integer (#PCDATA)>
      """;

  /** What breaks the DTD breaks the test. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException wrong) throws SAXParseException {
      throw wrong;
    }

    @Override
    public void error(SAXParseException wrong) throws SAXParseException {
      throw wrong;
    }

    @Override
    public void fatalError(SAXParseException wrong) throws SAXParseException {
      throw wrong;
    }
  }

  /** The dictionary that it is. */
  Map<?, ?> dict() throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setValidating(true);
    var builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new Strict());
    builder.setEntityResolver((name, address) -> new InputSource(new StringReader(DTD)));
    var plist = builder.parse(new ByteArrayInputStream(text.getBytes(UTF_8))).getDocumentElement();
    return (Map<?, ?>) value(children(plist).get(0));
  }

  private static Object value(Element element) {
    return switch (element.getTagName()) {
      case "dict" -> dict(children(element));
      case "array" -> children(element).stream().map(Plist::value).toList();
      case "true", "false" -> Boolean.valueOf(element.getTagName());
      default -> element.getTextContent();
    };
  }

  private static Map<String, Object> dict(List<Element> pairs) {
    var dict = new LinkedHashMap<String, Object>();
    for (int at = 0; at < pairs.size(); at += 2) {
      var before = dict.put(pairs.get(at).getTextContent(), value(pairs.get(at + 1)));
      if (before != null) {
        throw new AssertionError(pairs.get(at).getTextContent() + " stands there twice");
      }
    }
    return dict;
  }

  private static List<Element> children(Element parent) {
    var all = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        all.add(element);
      }
    }
    return all;
  }
}
