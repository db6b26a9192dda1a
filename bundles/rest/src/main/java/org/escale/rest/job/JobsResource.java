package org.escale.rest.job;

import static org.escale.caller.Operation.JOB_READ;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.caller.JobId;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.stream.Stream;
import org.escale.rest.stream.Streams;
import org.escale.service.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Follows long work and calls it off. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = JobsResource.class, property = Door.RESOURCE)
public final class JobsResource {
  private static final long LOOK_MILLIS = 250;
  private final Jobs jobs;
  private final Streams streams;
  private final Lists lists;

  /** With what does the work, and who is told. */
  @Activate
  public JobsResource(@Reference Jobs jobs, @Reference Streams streams, @Reference Lists lists) {
    this.jobs = jobs;
    this.streams = streams;
    this.lists = lists;
  }

  /** The caller's jobs. */
  @GET
  @Path("jobs")
  @Does(
      value = "The jobs that the caller started in the last 7 days, selected by their start",
      as = JOB_READ,
      filters = {"kind", "state"},
      query = {"from", "to"},
      gives = JobView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    var page = Call.done(jobs.list(call.caller(), lists.query(call, Map.of())));
    return Answers.page(call.uri(), page, job -> JobView.of(job, call.caller().language()));
  }

  /** One job. */
  @GET
  @Path("jobs/{id}")
  @Does(
      value = "How far a job is, and what came of it; also as server-sent events",
      as = JOB_READ,
      gives = JobView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    var seen = Call.done(jobs.get(call.caller(), Need.path(id, JobId::new)));
    return Response.ok(JobView.of(seen, call.caller().language())).build();
  }

  /** One job as it goes on. */
  @GET
  @Path("jobs/{id}")
  @Produces(Streams.EVENTS)
  @Does(
      value = "How far a job is, and what came of it; also as server-sent events",
      as = JOB_READ,
      gives = JobView.class)
  public void follow(
      @Context Call call, @PathParam("id") String id, @Suspended AsyncResponse suspended) {
    var job = Need.path(id, JobId::new);
    Call.done(jobs.get(call.caller(), job));
    streams.open(call, suspended, stream -> follow(stream, job, call.caller().language()));
  }

  private void follow(Stream stream, JobId id, Locale language)
      throws IOException, InterruptedException {
    Jobs.Seen told = null;
    for (int n = 1; ; ) {
      var seen = stream.caller().map(caller -> jobs.get(caller, id));
      if (!(seen.orElse(null) instanceof Outcome.Done<Jobs.Seen> done)) {
        return;
      }
      var now = done.value();
      if (told == null || differs(told, now)) {
        stream.event(String.valueOf(n++), "job", JobView.of(now, language));
        told = now;
      }
      if (now.job().state().over()) {
        return;
      }
      stream.beat();
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private static boolean differs(Jobs.Seen told, Jobs.Seen now) {
    return told.percent() != now.percent()
        || !told.step().equals(now.step())
        || !told.job().equals(now.job());
  }

  /** Calls a job off. */
  @DELETE
  @Path("jobs/{id}")
  @Does(
      value = "Call a job off: one that waits at once, one at work where it next looks up",
      as = JOB_READ,
      gives = JobView.class)
  public Response delete(@Context Call call, @PathParam("id") String id) {
    return cancel(call, id);
  }

  /** Calls a job off. */
  @POST
  @Path("jobs/{id}/cancel")
  @Does(
      value = "Call a job off: one that waits at once, one at work where it next looks up",
      as = JOB_READ,
      gives = JobView.class)
  public Response cancel(@Context Call call, @PathParam("id") String id) {
    var seen = Call.done(jobs.cancel(call.caller(), Need.path(id, JobId::new)));
    return Response.ok(JobView.of(seen, call.caller().language())).build();
  }
}
