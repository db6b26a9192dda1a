package org.escale.rest.adapter;

import static org.escale.caller.Operation.ADAPTER_READ;
import static org.escale.caller.Operation.INCIDENT_SETTLE;

import java.util.HashMap;
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
import org.escale.rest.call.Need;
import org.escale.service.Adapters;
import org.escale.service.Lookup;
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
  private final Lookup lookup;

  /** With what settles and what reads. */
  @Activate
  public IncidentsResource(@Reference Adapters adapters, @Reference Lookup lookup) {
    this.adapters = adapters;
    this.lookup = lookup;
  }

  /** The incidents of one adapter's centre. */
  @GET
  @Path("adapters/{id}/incidents")
  @Does(
      value = "Incidents at the centre of that adapter: OPEN or SETTLED",
      as = ADAPTER_READ,
      query = {"state", "bookingId", "from", "to", "limit", "cursor", "updatedSince"},
      gives = IncidentView.class,
      many = true)
  public Response list(@Context Call call, @PathParam("id") String id) {
    var adapter =
        Call.done(lookup.get(call.caller(), InstalledAdapter.class, Need.path(id, AdapterId::new)));
    var where = new HashMap<>(call.params().page("state", "bookingId").where());
    where.put("centreId", adapter.word().centre().value());
    var page = Call.done(lookup.list(call.caller(), Incident.class, call.params().page(where)));
    return Answers.page(call.uri(), page, IncidentView::of);
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
