package org.escale.centre.caldav;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;
import org.escale.spi.centre.CentreFeed;

/** Reads an answer about many things (RFC 4918, 13), which may not bring definitions of its own. */
final class MultistatusReader {
  private static final String DAV = "DAV:";
  private static final Pattern STATUS = Pattern.compile("HTTP/\\S+ (\\d{3})\\b.*", Pattern.DOTALL);
  private static final String COMPONENT = "comp";
  private static final int OK = 200;

  private final Deque<String> path = new ArrayDeque<>();
  private final List<Found> found = new ArrayList<>();
  private final Map<String, String> kept = new HashMap<>();
  private final Map<String, String> ofPropstat = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private Optional<String> token = Optional.empty();
  private Optional<String> href = Optional.empty();
  private int ofResponse = OK;
  private int status = OK;

  private MultistatusReader() {}

  static Multistatus read(String xml) throws CentreException {
    var factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      var reader = factory.createXMLStreamReader(new StringReader(xml));
      return new MultistatusReader().read(reader);
    } catch (XMLStreamException | RuntimeException odd) {
      // Woodstox reads late, and then has no checked exception to say so
      throw garbled();
    }
  }

  private Multistatus read(XMLStreamReader reader) throws XMLStreamException, CentreException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.CHARACTERS -> text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw garbled();
        default -> {
          // comments and the like say nothing
        }
      }
    }
    return new Multistatus(found, token);
  }

  private void start(XMLStreamReader reader) throws CentreException {
    var name = reader.getLocalName();
    if (path.isEmpty() && !(name.equals("multistatus") && DAV.equals(reader.getNamespaceURI()))) {
      throw garbled();
    }
    path.push(name);
    text.setLength(0);
    if (name.equals(COMPONENT)) {
      text.append(Optional.ofNullable(reader.getAttributeValue(null, "name")).orElse(""));
    }
  }

  private void end() throws CentreException {
    var name = path.pop();
    var within = path.isEmpty() ? "" : path.peek();
    var value = text.toString().strip();
    text.setLength(0);
    switch (within + "/" + name) {
      case "response/href" -> href = href.or(() -> Optional.of(value));
      case "response/status" -> ofResponse = status(value);
      case "propstat/status" -> status = status(value);
      case "multistatus/sync-token" -> token = Optional.of(value);
      case "response/propstat" -> endOfPropstat();
      case "multistatus/response" -> endOfResponse();
      default -> {
        if (within.equals("prop")) {
          ofPropstat.put(name, value);
        } else if (path.stream().skip(1).findFirst().filter("prop"::equals).isPresent()) {
          var said = value.isEmpty() ? Found.THERE : value;
          ofPropstat.merge(within + "/" + name, said, (a, b) -> a + " " + b);
        }
      }
    }
  }

  private void endOfPropstat() {
    if (status == OK) {
      kept.putAll(ofPropstat);
    }
    ofPropstat.clear();
    status = OK;
  }

  private void endOfResponse() throws CentreException {
    found.add(new Found(href.orElseThrow(MultistatusReader::garbled), ofResponse, kept));
    if (found.size() > CentreFeed.MOST) {
      throw new CentreException(Trouble.FLOODED, "the calendar has more than 10,000 entries");
    }
    kept.clear();
    href = Optional.empty();
    ofResponse = OK;
  }

  private static int status(String line) throws CentreException {
    var matcher = STATUS.matcher(line);
    if (!matcher.matches()) {
      throw garbled();
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static CentreException garbled() {
    return new CentreException(Trouble.GARBLED, "the server's answer cannot be read");
  }
}
