package org.escale.libraries.boxfiles;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** EAP metadata, in which each thing stands once. */
record EapText(String text) {
  /** What stands there. */
  String of(String path) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    var document = builder.parse(new InputSource(new StringReader(text)));
    var found =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate("//" + path, document, XPathConstants.NODESET);
    if (found.getLength() != 1) {
      throw new AssertionError(path + " stands there " + found.getLength() + " times");
    }
    return found.item(0).getTextContent();
  }
}
