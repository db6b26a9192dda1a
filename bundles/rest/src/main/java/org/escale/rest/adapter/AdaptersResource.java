package org.escale.rest.adapter;

import static org.escale.caller.Operation.ADAPTER_READ;
import static org.escale.caller.Operation.OPERATE;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
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
import org.escale.rest.adapter.AdapterViews.AdapterView;
import org.escale.rest.adapter.AdapterViews.ProofView;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.service.Adapters;
import org.escale.service.Adapters.Standing;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The systems that centres keep: which, how they stand, what they can do. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = AdaptersResource.class, property = Door.RESOURCE)
public final class AdaptersResource {
  private final Adapters adapters;
  private final Lists lists;

  /** With what steers and what reads. */
  @Activate
  public AdaptersResource(@Reference Adapters adapters, @Reference Lists lists) {
    this.adapters = adapters;
    this.lists = lists;
  }

  /** For which space to try. */
  public record ProbeOrder(Optional<String> spaceId) {}

  /** The adapters. */
  @GET
  @Path("adapters")
  @Does(
      value = "The systems that centres keep: how they stand, when they were read last",
      as = ADAPTER_READ,
      filters = {"centreId"},
      gives = AdapterView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    var standings = Call.done(adapters.standings(call.caller()));
    return lists.page(
        call,
        InstalledAdapter.class,
        row ->
            AdapterView.of(
                row, standings.stream().filter(s -> s.id().equals(row.id())).findFirst()));
  }

  /** One adapter. */
  @GET
  @Path("adapters/{id}")
  @Does(value = "One system that a centre keeps", as = ADAPTER_READ, gives = AdapterView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    return shown(call, row(call, id));
  }

  /** Installs one. */
  @POST
  @Path("adapters")
  @Does(
      value = "Install an adapter; spaces says what the system calls each space",
      as = OPERATE,
      gives = AdapterView.class,
      status = 201)
  public Response install(@Context Call call, AdapterOrder order) {
    var kept = Call.done(adapters.install(call.caller(), order.fresh(), 0));
    return Answers.made(
        kept, row -> AdapterView.of(row, Optional.empty()), "adapters/" + kept.word().id());
  }

  /** Changes one. */
  @PATCH
  @Path("adapters/{id}")
  @Does(
      value = "Change an adapter; settings left out stay; needs If-Match",
      as = OPERATE,
      gives = AdapterView.class)
  public Response change(@Context Call call, @PathParam("id") String id, AdapterOrder order) {
    long revision = call.revision();
    var old = row(call, id);
    var kept = Call.done(adapters.install(call.caller(), order.over(old.word()), revision));
    return shown(call, kept);
  }

  /** Takes one away. */
  @DELETE
  @Path("adapters/{id}")
  @Does(
      value = "Take an adapter away: its spaces are no longer offered",
      as = OPERATE,
      status = 204)
  public Response remove(@Context Call call, @PathParam("id") String id) {
    Call.done(adapters.remove(call.caller(), Need.path(id, AdapterId::new)));
    return Response.noContent().build();
  }

  /** Tries what it can do. */
  @POST
  @Path("adapters/{id}/probe")
  @Does(
      value = "Try what the system can do, on one space; nothing stays behind",
      as = OPERATE,
      gives = ProofView.class)
  public Response probe(@Context Call call, @PathParam("id") String id, ProbeOrder order) {
    var space = order.spaceId().map(text -> Need.read("spaceId", text, SpaceId::new));
    var adapter = Need.path(id, AdapterId::new);
    return Response.ok(ProofView.of(Call.done(adapters.probe(call.caller(), adapter, space))))
        .build();
  }

  private Kept<InstalledAdapter> row(Call call, String id) {
    return lists.kept(call, InstalledAdapter.class, Need.path(id, AdapterId::new));
  }

  private Response shown(Call call, Kept<InstalledAdapter> kept) {
    Optional<Standing> standing =
        Call.done(adapters.standings(call.caller())).stream()
            .filter(s -> s.id().equals(kept.word().id()))
            .findFirst();
    return Answers.one(kept, row -> AdapterView.of(row, standing));
  }
}
