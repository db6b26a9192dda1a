package org.escale.centre.librebooking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.escale.libraries.link.Entrance;
import org.escale.libraries.link.Troubles;
import org.escale.libraries.link.Web;
import org.escale.libraries.wire.Ask;
import org.escale.libraries.wire.Patience;
import org.escale.libraries.wire.Reply;
import org.escale.libraries.wire.WireException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;

/**
 * Asks LibreBooking's web services in a session. A session ends after 30 minutes, so that a 401 is
 * answered by signing in again, once.
 */
final class Services {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DENIED = 401;

  private final Web web;
  private final Entrance entrance;
  private final AtomicReference<Optional<Session>> session =
      new AtomicReference<>(Optional.empty());
  private final ReentrantLock turn = new ReentrantLock();

  /** The services at that place; the web's own sign-in is not theirs. */
  Services(Web web, Entrance entrance) {
    this.web = web;
    this.entrance = entrance;
  }

  /** What LibreBooking knows us by until it forgets. */
  private record Session(String token, String user) {
    Ask in(Ask ask) {
      return ask.with("X-Booked-SessionToken", token).with("X-Booked-UserId", user);
    }
  }

  Patience patience() {
    return web.patience();
  }

  /** The number of the user we are; signs in if needed. */
  String user(Patience patience) throws CentreException {
    return signedIn(patience).user();
  }

  /** Whether anybody lets us in. */
  void knock() throws CentreException {
    session.set(Optional.empty());
    signedIn(patience());
  }

  /** The answer to a question. */
  JsonNode get(String path, Patience patience) throws CentreException {
    try {
      var reply = send("GET", path, Map.of(), patience);
      if (reply.status() != 200) {
        throw Troubles.of(reply.status());
      }
      return read(reply);
    } catch (WireException none) {
      throw Troubles.of(none);
    }
  }

  /** The answer to a change, whatever its status is. */
  Reply send(String method, String path, Map<String, ?> body, Patience patience)
      throws CentreException, WireException {
    var known = signedIn(patience);
    var ask = body.isEmpty() ? ask(method, path) : saying(ask(method, path), body);
    var reply = web.send(known.in(ask), patience);
    if (reply.status() != DENIED) {
      return reply;
    }
    forget(known);
    return web.send(signedIn(patience).in(ask), patience);
  }

  /** Unless somebody else has signed in meanwhile. */
  private void forget(Session ended) {
    session.updateAndGet(now -> now.equals(Optional.of(ended)) ? Optional.empty() : now);
  }

  /** One signs in for all: a second sign-in may end the first session. */
  private Session signedIn(Patience patience) throws CentreException {
    try {
      if (!turn.tryLock(patience.left().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CentreException(Trouble.UNAVAILABLE, "no answer within the deadline");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CentreException(Trouble.UNAVAILABLE, "interrupted");
    }
    try {
      if (session.get().isEmpty()) {
        session.set(Optional.of(signIn(patience)));
      }
      return session.get().orElseThrow();
    } finally {
      turn.unlock();
    }
  }

  private Session signIn(Patience patience) throws CentreException {
    var who = Map.of("username", entrance.username(), "password", entrance.password());
    var reply = web.answer(saying(ask("POST", "Authentication/Authenticate"), who), patience);
    if (reply.status() != 200) {
      throw Troubles.of(reply.status());
    }
    var answer = read(reply);
    if (!answer.path("isAuthenticated").asBoolean()) {
      throw new CentreException(Trouble.DENIED, "LibreBooking does not know us by that name");
    }
    return new Session(answer.path("sessionToken").asText(), answer.path("userId").asText());
  }

  private Ask ask(String method, String path) {
    return Ask.of(method, web.border().origin().resolve(path)).with("Accept", "application/json");
  }

  private static Ask saying(Ask ask, Map<String, ?> body) {
    try {
      return ask.saying("application/json", JSON.writeValueAsString(body));
    } catch (JsonProcessingException never) {
      throw new IllegalStateException("texts and numbers can be written", never);
    }
  }

  private static JsonNode read(Reply reply) throws CentreException {
    try {
      return JSON.readTree(reply.body());
    } catch (JsonProcessingException odd) {
      throw Troubles.garbled("the answer is not JSON");
    }
  }
}
