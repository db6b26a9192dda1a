package org.escale.rest.adapter;

import static org.escale.caller.Operation.OPERATE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.federation.SpaceId;
import org.escale.federation.TruthMode;
import org.escale.rest.adapter.OnboardingViews.ConnectedView;
import org.escale.rest.adapter.OnboardingViews.ProposalView;
import org.escale.rest.adapter.OnboardingViews.RehearsalView;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.job.Accepted;
import org.escale.rest.job.JobView;
import org.escale.service.Jobs;
import org.escale.service.Onboarding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks at a system before it is connected, connects it, and rehearses what it would do. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = OnboardingResource.class, property = Door.RESOURCE)
public final class OnboardingResource {
  private final Onboarding onboarding;
  private final Jobs jobs;
  private final Lists lists;

  /** With what looks, what works long, and what reads. */
  @Activate
  public OnboardingResource(
      @Reference Onboarding onboarding, @Reference Jobs jobs, @Reference Lists lists) {
    this.onboarding = onboarding;
    this.jobs = jobs;
    this.lists = lists;
  }

  /** Looks. */
  @POST
  @Path("adapters/explorations")
  @Does(
      value =
          "Look what a system has and can do, before anything is kept: its places, which space each"
              + " may be, and what is proven for those that spaces names or that look alike",
      as = OPERATE,
      gives = JobView.class,
      status = 202)
  public Response explore(@Context Call call, AdapterOrder order) {
    var checked = Call.done(onboarding.check(call.caller(), order.wish()));
    var later = call.caller().further();
    return Accepted.job(
        jobs,
        call,
        "adapter-exploration",
        progress ->
            onboarding
                .explore(later, checked, progress)
                .map(found -> made(ProposalView.of(found), true)));
  }

  /** A system, and who decides on each of its spaces from now on. */
  public record ConnectionOrder(
      Optional<AdapterOrder> adapter, Optional<Map<String, String>> modes) {
    InstalledAdapter row() {
      return Need.present("adapter", adapter).fresh();
    }

    Map<SpaceId, TruthMode> decided() {
      var all = new HashMap<SpaceId, TruthMode>();
      modes
          .orElse(Map.of())
          .forEach(
              (space, mode) ->
                  all.put(
                      Need.read("modes", space, SpaceId::new),
                      Need.one("modes", TruthMode.class, String.valueOf(mode))));
      return all;
    }
  }

  /** Connects. */
  @POST
  @Path("adapters/connections")
  @Does(
      value =
          "Install an adapter and have its spaces decided on as modes says; a space with bookings"
              + " ahead stays as it is, and the result says so",
      as = OPERATE,
      gives = JobView.class,
      status = 202)
  public Response connect(@Context Call call, ConnectionOrder order) {
    var modes = order.decided();
    var checked = Call.done(onboarding.check(call.caller(), order.row()));
    Need.check("spaces", checked.spaces().keySet().containsAll(names(modes)));
    var later = call.caller().further();
    return Accepted.job(
        jobs,
        call,
        "adapter-connection",
        progress ->
            onboarding
                .connect(later, checked, modes, progress)
                .map(
                    done ->
                        made(
                            ConnectedView.of(done, later.language()),
                            done.steps().size() > modes.size())));
  }

  /** Rehearses. */
  @POST
  @Path("adapters/{id}/rehearsals")
  @Does(
      value =
          "Read a system as if for real: what would be read, what would change, how long each call"
              + " takes, how far its clock is off; nothing is changed",
      as = OPERATE,
      gives = JobView.class,
      status = 202)
  public Response rehearse(@Context Call call, @PathParam("id") String id) {
    var adapter = Need.path(id, AdapterId::new);
    lists.kept(call, InstalledAdapter.class, adapter);
    var later = call.caller().further();
    return Accepted.job(
        jobs,
        call,
        "adapter-rehearsal",
        progress ->
            onboarding
                .rehearse(later, adapter, progress)
                .map(seen -> made(RehearsalView.of(seen), true)));
  }

  private static List<String> names(Map<SpaceId, TruthMode> modes) {
    return modes.keySet().stream().map(SpaceId::value).toList();
  }

  private static Jobs.Made made(Object view, boolean whole) {
    return new Jobs.Made(Accepted.json(view), List.of(), whole);
  }
}
