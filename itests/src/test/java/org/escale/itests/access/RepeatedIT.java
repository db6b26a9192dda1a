package org.escale.itests.access;

import static java.util.Map.entry;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Law B3 at the REST door: every POST that changes something happens once under its key and is
 * answered the same after a restart; under the same key another body is refused.
 */
public final class RepeatedIT {
  /** What the POST at that path answered: its id, or the field after a number sign. */
  private static final Pattern ANSWERED =
      Pattern.compile("@\\{((?:[^{}#]|\\{[a-z]+})+)(?:#([a-zA-Z]+))?}");

  /** The beginnings of paths that are left out, each with why. */
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          entry("/authorisations", "a question: it changes nothing and is asked again"),
          entry("/quotes", "a question: it changes nothing and is asked again"),
          entry("/adapters/{id}/probe", "a question to the centre's system: nothing stays behind"),
          entry("/adapters/{id}/poll", "has the system looked at, or makes a secret, kept nowhere"),
          entry("/adapters/{id}/events/", "each event has its own key, kept for ever (InboxTest)"),
          entry("/adapters/{id}/events-address", "makes a secret, kept nowhere (InboxTest)"),
          entry("/adapters/{id}/queue/", "nothing waits for the adapters of the sandbox"),
          entry("/directories", "there is no directory to read here; its keys are kept by Commits"),
          entry("/gateways/enrol", "a token for one use: again it counts no more"),
          entry("/gateways/{id}/box", "its answer is a secret and kept nowhere: again it exists"),
          entry("/gateways/{id}/certificate", "only the box signs it, and nothing is kept of it"),
          entry("/gateways/boxes/hub-keys", "its answer is a secret and kept nowhere"),
          entry("/gateways/{id}/line", "only the box signs it, and nothing is kept of it"),
          entry("/gateways/{id}/box/measure", "no gateway of the sandbox is a box: SamplingTest"),
          entry("/gateways/{id}/beat", "only the box signs it, and a second sign of life is one"),
          entry("/gateways/{id}/events", "only the box signs them; they carry their own numbers"),
          entry("/login", "nobody is signed in yet to whom the key could belong"),
          entry("/tokens", "its answer is a secret and kept nowhere: again ALREADY_EXISTS"),
          entry("/spaces/{id}/feeds", "its answer is a secret and kept nowhere: again it exists"),
          entry("/jobs/{id}/cancel", "calls off what works now, and answers how that is"),
          entry("/sandbox/", "moves time itself, and is not there where data are real"),
          entry("/x/", "a plug-in's own, which keeps no key"));

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private EscaleProcess escale;

  private record Order(String who, String what, String path, String body) {
    String body(String name) {
      return body.replace("%s", name);
    }
  }

  @After
  public void stop() {
    escale.close();
  }

  @Test
  public void b3_everyPostHappensOnceUnderItsKeyAlsoOverARestart() throws IOException {
    escale = EscaleProcess.start(FOLDER.getRoot().toPath(), "--sandbox").awaitReady();
    var town = new Town(escale);
    new OwnCalendar(town, town.account("cei-desk")).collide(town.account("joris"));
    var orders = orders(town);
    assertEquals("POSTs that nobody repeats", Set.of(), forgotten(orders));
    var asked = new ArrayList<Order>();
    var answers = new HashMap<String, Http.Answer>();
    for (var order : orders) {
      var known = filled(order, answers);
      asked.add(known);
      var answer = send(known, "one");
      assertTrue(known + ": " + answer.body(), answer.status() < 300);
      answers.put(order.what(), answer);
    }
    escale.stop();
    escale = EscaleProcess.start(FOLDER.getRoot().toPath(), "--sandbox").awaitReady();
    for (var order : asked) {
      var again = send(order, "one");
      assertEquals(order.toString(), plain(answers.get(order.what())), plain(again));
      var other = send(order, "another");
      assertTrue(order + ": " + other.body(), other.body().contains("KEY_REUSED"));
    }
  }

  /** Without what goes on by itself: a session being cut, a job at work. */
  private static String plain(Http.Answer answer) {
    var json = answer.json();
    if (json.path("items").path(0).has("verdict")) { // proposals are answered as they stand now
      return answer.status() + json.path("items").findValuesAsText("id").toString();
    }
    if (json.has("percent")) {
      return answer.status() + json.path("id").asText();
    }
    if (json instanceof ObjectNode thing) {
      thing.remove("session");
      thing.remove("meta"); // says where it is, at a port that is another after a restart
    }
    return answer.status() + json.toString();
  }

  private static List<Order> orders(Town town) throws IOException {
    var from = town.here().plusDays(1).toInstant();
    try (var file = RepeatedIT.class.getResourceAsStream("repeated.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${incident}", incident(town))
          .replace("${from}", from.toString())
          .replace("${to}", from.plus(Duration.ofHours(1)).toString())
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 4))
          .map(words -> new Order(words[0], words[1], words[2], words[3]))
          .toList();
    }
  }

  private static String incident(Town town) {
    return town.canaries().stream()
        .filter(canary -> canary.family().equals("incidents"))
        .map(canary -> canary.ids().get("incidents"))
        .findFirst()
        .orElseThrow();
  }

  private static Order filled(Order order, Map<String, Http.Answer> answers) {
    return new Order(
        order.who(), order.what(), named(order.path(), answers), named(order.body(), answers));
  }

  private static String named(String text, Map<String, Http.Answer> answers) {
    return ANSWERED
        .matcher(text)
        .replaceAll(
            found ->
                answers
                    .get(found.group(1))
                    .json()
                    .path(found.group(2) == null ? "id" : found.group(2))
                    .asText());
  }

  private Set<String> forgotten(List<Order> orders) {
    var posts = new TreeSet<String>();
    for (var what : Documented.all(escale.http().get("/api/v1/openapi.json").json())) {
      if (what.method().equals("POST")
          && LEFT_OUT.keySet().stream().noneMatch(what.path()::startsWith)) {
        posts.add(what.path());
      }
    }
    orders.forEach(order -> posts.remove(order.what()));
    return posts;
  }

  private Http.Answer send(Order order, String name) {
    var http = escale.as(order.who());
    return http.send(
        http.to((order.path().startsWith("/scim/") ? "" : "/api/v1") + order.path())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "key of " + order.what())
            .POST(BodyPublishers.ofString(order.body(name))));
  }
}
