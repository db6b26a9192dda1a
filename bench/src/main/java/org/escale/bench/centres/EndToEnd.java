package org.escale.bench.centres;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.escale.bench.centres.Steps.Times;

/**
 * A booking through CalDAV from the order until it is firm, beside a bare client that sends the
 * same requests to the same Radicale, in turn. Both calendars grow alike.
 */
public final class EndToEnd {
  private static final String MEMBER = "bram";

  /** Who is told of changes. */
  private static final String DESK = "cei-desk";

  /** One of so many only warms. */
  private static final int WARM = 4;

  private final Instance instance;
  private final URI radicale;

  private EndToEnd(Instance instance, URI radicale) {
    this.instance = instance;
    this.radicale = radicale;
  }

  /** PORT DATA RADICALE HUB BOOKINGS: both run already. */
  public static void main(String[] args) throws Exception {
    var instance = new Instance(Integer.parseInt(args[0]), Path.of(args[1]));
    new EndToEnd(instance, URI.create(args[2])).run(Integer.parseInt(args[4]));
  }

  private void run(int bookings) throws Exception {
    List.of("recorded", "direct", "bare").forEach(this::calendar);
    try (var recorder = new Recorder(radicale);
        var told = new Changes(instance, DESK)) {
      connect("recorded", URI.create("http://127.0.0.1:" + recorder.port() + "/"));
      connect("direct", radicale);
      recorder.taken();
      var first = UUID.randomUUID().toString();
      book(told, first, "recorded", new Slots(0));
      var requests = recorder.taken();
      requests.forEach(r -> System.out.println("  " + r.method() + " " + r.headers().keySet()));
      compared(told, new BareClient(radicale, requests), first, bookings);
      var steps = new Steps();
      for (int n = 0; n < bookings / WARM; n++) {
        var id = UUID.randomUUID().toString();
        steps.add(book(told, id, "recorded", new Slots(n + 1)), recorder.taken());
      }
      steps.print();
    }
  }

  private void compared(Changes told, BareClient bare, String first, int bookings)
      throws Exception {
    var ours = new long[bookings];
    var theirs = new long[bookings];
    for (int n = 0; n < bookings; n++) {
      var slot = new Slots(n + 1);
      Work here = () -> book(told, UUID.randomUUID().toString(), "direct", slot);
      Work there = () -> bare.book(instead(first, slot));
      // who comes first changes
      if (n % 2 == 0) {
        ours[n] = timed(here);
        theirs[n] = timed(there);
      } else {
        theirs[n] = timed(there);
        ours[n] = timed(here);
      }
    }
    System.out.printf("firm there: ours %d, bare %d%n", firm("direct"), firm("bare"));
    report("ours", Arrays.copyOfRange(ours, bookings / WARM, bookings));
    report("bare", Arrays.copyOfRange(theirs, bookings / WARM, bookings));
  }

  private static Map<String, String> instead(String first, Slots slot) {
    var before = new Slots(0);
    var instead = new LinkedHashMap<String, String>();
    instead.put(first, UUID.randomUUID().toString());
    instead.put("/room/recorded/", "/room/bare/");
    instead.put(Slots.basic(before.from()), Slots.basic(slot.from()));
    instead.put(Slots.basic(before.to()), Slots.basic(slot.to()));
    return instead;
  }

  private void connect(String desk, URI server) throws Exception {
    var row =
        """
        {"id":"%s","centreId":"cei","kind":"caldav","poll":"PT30S","spaces":{"%s":"/room/%s/"},
         "settings":{"url":"%s","username":"room","password":"secret","localToo":"true"}}
        """;
    instance.space("cei", desk);
    instance.connect(row.formatted(desk, desk, desk, server));
    instance.decides(desk, "CENTRE_CHECKED");
    instance.read(desk);
  }

  private Times book(Changes told, String id, String desk, Slots slot) throws Exception {
    var ordered = System.nanoTime();
    var state = instance.post(MEMBER, "bookings", slot.order(id, desk)).path("state").asText();
    if (!state.equals("PENDING")) {
      throw new IllegalStateException("not taken on: " + state);
    }
    var answered = System.nanoTime();
    var known =
        told.await(
            id,
            () ->
                instance.get(MEMBER, "bookings/" + id).path("state").asText().equals("CONFIRMED"));
    return new Times(ordered, answered, known, System.nanoTime());
  }

  private static long timed(Work work) throws Exception {
    var began = System.nanoTime();
    work.done();
    return System.nanoTime() - began;
  }

  /** Something to time. */
  @FunctionalInterface
  private interface Work {
    void done() throws Exception;
  }

  private void calendar(String name) {
    try {
      send("MKCALENDAR", "/room/" + name + "/");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long firm(String calendar) throws Exception {
    return send("GET", "/room/" + calendar + "/")
        .lines()
        .filter(line -> line.equals("STATUS:CONFIRMED"))
        .count();
  }

  private String send(String method, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(radicale.resolve(path))
            .header("Authorization", "Basic cm9vbTpzZWNyZXQ=")
            .method(method, BodyPublishers.noBody());
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }

  private static void report(String name, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s: median %.1f ms, p95 %.1f ms, mean %.1f ms of %d%n",
        name,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 95 / 100] / 1e6,
        Arrays.stream(nanos).average().orElseThrow() / 1e6,
        nanos.length);
  }
}
