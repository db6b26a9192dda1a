package org.escale.rest.adapter;

import static org.escale.caller.Operation.ADAPTER_READ;
import static org.escale.caller.Operation.INCIDENT_SETTLE;

import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.adapter.AdapterId;
import org.escale.adapter.Incident;
import org.escale.adapter.IncidentId;
import org.escale.adapter.InstalledAdapter;
import org.escale.rest.adapter.AdapterViews.IncidentView;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.service.Adapters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a centre's calendar and ours say two things. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = IncidentsResource.class, property = Door.RESOURCE)
public final class IncidentsResource {
  private final Adapters adapters;
  private final Lists lists;

  /** With what settles and what reads. */
  @Activate
  public IncidentsResource(@Reference Adapters adapters, @Reference Lists lists) {
    this.adapters = adapters;
    this.lists = lists;
  }

  /** The incidents of one adapter's centre. */
  @GET
  @Path("adapters/{id}/incidents")
  @Does(
      value = "Incidents at the centre of that adapter: OPEN or SETTLED",
      as = ADAPTER_READ,
      filters = {"state", "bookingId"},
      query = {"from", "to"},
      gives = IncidentView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call, @PathParam("id") String id) {
    var adapter = lists.kept(call, InstalledAdapter.class, Need.path(id, AdapterId::new)).word();
    var centre = adapter.centre().value();
    return lists.page(call, Incident.class, Map.of("centreId", centre), IncidentView::of);
  }

  /** Settles one. */
  @POST
  @Path("incidents/{id}/settle")
  @Does(value = "Say that an incident is settled", as = INCIDENT_SETTLE, gives = IncidentView.class)
  public Response settle(@Context Call call, @PathParam("id") String id) {
    var incident = Need.path(id, IncidentId::new);
    return Answers.one(Call.done(adapters.settle(call.caller(), incident)), IncidentView::of);
  }
}
