package org.escale.itests.gear;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import org.escale.itests.process.Http;

/** A visit at the centre CEI as its member sees it, also after the hub was started again. */
record Visit(Supplier<Http> member, String id, String person) {

  /** The member checks in. */
  static Visit begun(Supplier<Http> member) {
    var answer = member.get().post("/api/v1/visits", "{\"centreId\":\"cei\"}");
    if (answer.status() != 201) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    var visit = answer.json();
    return new Visit(member, visit.path("id").asText(), visit.at("/guest/person").asText());
  }

  /** All that is told of it. */
  JsonNode told() {
    return member.get().get("/api/v1/visits/" + id).json();
  }

  /** How its session stands. */
  String state() {
    return told().at("/session/state").asText();
  }

  /** What is told of its session: {@code segment}, {@code until} and so on. */
  JsonNode session() {
    return ofSession().path("session");
  }

  /** The personal key. */
  String key() {
    return ofSession().path("key").asText();
  }

  /** The member checks out. */
  void checkOut() {
    var answer = member.get().post("/api/v1/visits/" + id + "/checkout", "{}");
    if (answer.status() != 200) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
  }

  private JsonNode ofSession() {
    return member.get().get("/api/v1/visits/" + id + "/session").json();
  }
}
