package org.escale.soap.server;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The published contract, as a client reads it; shares no class with the door. */
final class Contract {
  private final Document wsdl;
  private final Schema schema;

  Contract(String text) throws Exception {
    wsdl = parse(text);
    var types = wsdl.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema").item(0);
    schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(new DOMSource(types));
  }

  static Document parse(String text) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  /** The names of its operations. */
  List<String> operations() {
    var names = new ArrayList<String>();
    var port = (Element) wsdl.getElementsByTagNameNS("*", "portType").item(0);
    var operations = port.getElementsByTagNameNS("*", "operation");
    for (int i = 0; i < operations.getLength(); i++) {
      names.add(((Element) operations.item(i)).getAttribute("name"));
    }
    return names;
  }

  /** The element inside the body of that message, after it was found valid. */
  Element body(String message) throws Exception {
    var body = (Element) parse(message).getElementsByTagNameNS("*", "Body").item(0);
    var payload = (Element) body.getElementsByTagNameNS("*", "*").item(0);
    schema.newValidator().validate(new DOMSource(payload));
    return payload;
  }

  /** The refusal inside the fault of that message, after it was found valid. */
  Element refusal(String message) throws Exception {
    var found = parse(message).getElementsByTagNameNS("urn:escale:federation:1", "refusal");
    schema.newValidator().validate(new DOMSource(found.item(0)));
    return (Element) found.item(0);
  }

  static String text(Element at, String name) {
    return at.getElementsByTagNameNS("urn:escale:federation:1", name).item(0).getTextContent();
  }
}
