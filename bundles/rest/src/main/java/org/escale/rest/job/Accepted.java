package org.escale.rest.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import javax.ws.rs.core.Response;
import org.escale.rest.call.Call;
import org.escale.rest.call.Json;
import org.escale.service.Jobs;

/** Answers a request by a job to be followed. */
public final class Accepted {
  private Accepted() {}

  /** Starts the job and says where it is followed: 202. */
  public static Response job(Jobs jobs, Call call, String kind, Jobs.Work work) {
    var seen = Call.done(jobs.start(call.caller(), kind, work));
    return Response.status(Response.Status.ACCEPTED)
        .location(URI.create("jobs/" + seen.job().id()))
        .header("Retry-After", 1)
        .entity(JobView.of(seen, call.caller().language()))
        .build();
  }

  /** Whether a {@code Prefer} header asks for that (RFC 7240). */
  public static boolean preferred(String prefer) {
    return Optional.ofNullable(prefer)
        .map(value -> value.toLowerCase(Locale.ROOT).contains("respond-async"))
        .orElse(false);
  }

  /** The text of a result. */
  public static String json(Object view) {
    try {
      return Json.mapper().writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("views can be written", e);
    }
  }
}
