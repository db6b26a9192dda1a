package org.escale.centre.caldav;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.Staff;
import org.escale.tck.centre.StaffEvent;
import org.escale.tck.centre.StaffEvent.Shape;

/** Staff with a client that puts and deletes text written by hand. */
final class DavStaff implements Staff {
  private static final String EVERYTHING =
      "<C:calendar-query xmlns=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><prop>"
          + "<C:calendar-data/></prop><C:filter><C:comp-filter name=\"VCALENDAR\">"
          + "<C:comp-filter name=\"VEVENT\"/></C:comp-filter></C:filter></C:calendar-query>";

  private static final int MOST_TRIES = 8;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String origin;
  private final Program program;

  DavStaff(Program program, InetSocketAddress address) {
    this.program = program;
    origin = "http://127.0.0.1:" + address.getPort();
  }

  void makeCalendar(SpaceRef space) throws IOException {
    var status = send(request(space.value()).method("MKCALENDAR", BodyPublishers.noBody()));
    if (status.statusCode() != 201) {
      throw new IOException("no calendar: " + status.statusCode() + status.body());
    }
  }

  @Override
  public Set<Shape> shapes() {
    return EnumSet.allOf(Shape.class);
  }

  @Override
  public void write(SpaceRef space, StaffEvent event) throws IOException {
    put(space, place(event.name()), EventText.of(event, uid(space, event.name())));
  }

  /** Writes that text; the status. */
  int put(SpaceRef space, String place, String text) throws IOException {
    var put =
        request(space.value() + place)
            .header("Content-Type", "text/calendar; charset=utf-8")
            .PUT(BodyPublishers.ofString(text));
    return send(put).statusCode();
  }

  @Override
  public void remove(SpaceRef space, String name) throws IOException {
    var status = send(request(space.value() + place(name)).DELETE()).statusCode();
    if (status >= 300 && status != 404) {
      throw new IOException("not removed: " + status);
    }
  }

  @Override
  public String reads(SpaceRef space) throws IOException {
    var report =
        request(space.value())
            .header("Depth", "1")
            .header("Content-Type", "application/xml")
            .method("REPORT", BodyPublishers.ofString(EVERYTHING));
    return send(report).body();
  }

  /** Where an event of that name stands; the one of a key is where the adapter writes it. */
  static String place(String name) {
    var plain =
        Pattern.compile("[^A-Za-z0-9.-]")
            .matcher(name)
            .replaceAll(sign -> String.format("_%02x", (int) sign.group().charAt(0)));
    return plain + ".ics";
  }

  private static String uid(SpaceRef space, String name) {
    var ours = name.endsWith(".escale");
    return ours ? name : name + "-" + Integer.toHexString(space.value().hashCode());
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(origin + path));
    if (program.username().isEmpty()) {
      return request;
    }
    var both = (program.username() + ":secret").getBytes(StandardCharsets.UTF_8);
    return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }

  /** Servers of HTTP/1.0 close a line that the client still believes in; staff tries again. */
  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    for (int i = 0; ; i++) {
      try {
        return client.send(request.build(), BodyHandlers.ofString());
      } catch (IOException cut) {
        if (i == MOST_TRIES) {
          throw cut;
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException(stopped);
      }
    }
  }
}
