package org.escale.rest.adapter;

import static org.escale.caller.Operation.ADAPTER_LEVEL;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.federation.TruthMode;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.service.Adapters;
import org.escale.service.Adapters.Glimpse;
import org.escale.service.Adapters.Reliance;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far centres' systems can be relied upon, for the networks that offer those centres. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = LevelsResource.class, property = Door.RESOURCE)
public final class LevelsResource {
  private final Adapters adapters;

  /** With what knows. */
  @Activate
  public LevelsResource(@Reference Adapters adapters) {
    this.adapters = adapters;
  }

  /**
   * One space of a system.
   *
   * @param asOf when its busy times were read last
   * @param truthMode the best guarantee that was proven there
   * @param provenAt when it was
   */
  public record RelianceView(
      Optional<Instant> asOf, Optional<TruthMode> truthMode, Optional<Instant> provenAt) {
    static RelianceView of(Reliance r) {
      return new RelianceView(r.asOf(), r.proven(), r.provenAt());
    }
  }

  /**
   * A system, without its name and settings.
   *
   * @param breaker {@code OPEN} while it is left alone until {@code retryAt}, else {@code CLOSED}
   */
  public record LevelView(
      String centreId,
      String kind,
      boolean up,
      String breaker,
      Optional<Instant> retryAt,
      Map<String, RelianceView> spaces) {
    static LevelView of(Glimpse g) {
      var spaces = new TreeMap<String, RelianceView>();
      g.spaces().forEach((space, r) -> spaces.put(space.value(), RelianceView.of(r)));
      var breaker = g.silentUntil().isPresent() ? "OPEN" : "CLOSED";
      return new LevelView(g.centre().value(), g.kind(), g.up(), breaker, g.silentUntil(), spaces);
    }
  }

  /** Those that the caller may know of. */
  @GET
  @Path("adapters/levels")
  @Does(
      value =
          "How centres' own systems stand: proven level, freshness, breaker; a network those of the"
              + " centres that are active in it",
      as = ADAPTER_LEVEL,
      gives = LevelView.class,
      many = true)
  public Response list(@Context Call call) {
    var glimpses = Call.done(adapters.glimpses(call.caller()));
    return Answers.all(glimpses.stream().map(LevelView::of).toList());
  }
}
