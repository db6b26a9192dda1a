package org.escale.rest;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.refusal.Outcome;
import org.escale.service.Events;
import org.escale.word.Entry;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Changes as they happen. */
public final class EventsDoorTest {
  private final House house = new House();
  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
  private final List<BufferedReader> open = new ArrayList<>();
  private final String desk = "Bearer " + house.tokens.know("d", Role.RECEPTION, Standing.NONE);

  @Before
  public void serve() {
    house
        .service(Events.class)
        .to("since", args -> Outcome.done(since((long) args[1], (int) args[2])))
        .to(
            "follow",
            args -> {
              var listener = (LongConsumer) args[0];
              listeners.add(listener);
              return (Runnable) () -> listeners.remove(listener);
            });
    happen(1);
    happen(2);
  }

  private Events.Batch since(long cursor, int limit) {
    var page = entries.stream().filter(e -> e.seq() > cursor).limit(limit).toList();
    return new Events.Batch(page, page.isEmpty() ? cursor : page.get(page.size() - 1).seq());
  }

  private void happen(long seq) {
    entries.add(new Entry(seq, Town.NINE, "", List.of(), List.of()));
    listeners.forEach(listener -> listener.accept(seq));
  }

  @After
  public void close() throws IOException {
    for (var reader : open) {
      reader.close();
    }
    house.close();
  }

  private HttpResponse<InputStream> follow(String query, String... headers) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + house.stand.port() + "/api/v1/events" + query);
    var request = HttpRequest.newBuilder(uri).header("Authorization", desk);
    request.header("Accept", "text/event-stream");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private BufferedReader reader(HttpResponse<InputStream> answer) {
    assertEquals(200, answer.statusCode());
    var reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    open.add(reader);
    return reader;
  }

  private static String next(BufferedReader reader) throws IOException {
    var line = reader.readLine();
    while (!line.startsWith("id: ")) {
      line = reader.readLine();
    }
    return line;
  }

  @Test
  public void changesComeAsTheyHappenFromTheBeginning() throws Exception {
    var reader = reader(follow(""));
    assertEquals("id: 1", next(reader));
    assertEquals("event: change", reader.readLine());
    assertTrue(reader.readLine().startsWith("data: {\"seq\":1,"));
    assertEquals("id: 2", next(reader));
    await().until(() -> listeners.size() == 1);
    happen(3);
    assertEquals("id: 3", next(reader));
  }

  @Test
  public void whoComesBackGoesOnAfterTheLastEventSeen() throws Exception {
    assertEquals("id: 2", next(reader(follow("?cursor=0", "Last-Event-ID", "1"))));
    assertEquals("id: 2", next(reader(follow("?cursor=1"))));
    assertEquals(422, follow("", "Last-Event-ID", "x").statusCode());
  }

  @Test
  public void anAccountHasFourStreamsAndTheFifthIsToldSo() throws Exception {
    for (int i = 0; i < 4; i++) {
      next(reader(follow("")));
    }
    var fifth = follow("");
    assertEquals(429, fifth.statusCode());
    assertTrue(fifth.headers().firstValue("Retry-After").isPresent());
    open.get(0).close();
    await().until(this::oneIsSeenToBeGone);
    await().until(() -> again() == 200);
  }

  /** A line that was closed is noticed by what is written into it. */
  private boolean oneIsSeenToBeGone() {
    happen(entries.size() + 1);
    return listeners.size() < 4;
  }

  private int again() throws Exception {
    happen(entries.size() + 1);
    var answer = follow("");
    open.add(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    return answer.statusCode();
  }

  @Test
  public void aRevokedTokenEndsItsStream() throws Exception {
    var reader = reader(follow("?cursor=2"));
    await().until(() -> listeners.size() == 1);
    house.tokens.forget("d");
    happen(3);
    String line = "";
    while (line != null) {
      assertTrue(line, !line.startsWith("id: "));
      line = reader.readLine();
    }
  }

  @Test
  public void withoutAskingForEventsItIsThePlainFeed() {
    var answer = house.stand.send("GET", "/api/v1/events", "", "Authorization", desk);
    assertTrue(answer.body(), answer.body().startsWith("{\"items\":[{\"seq\":1,"));
  }
}
