package org.escale.rest.client;

import static org.escale.caller.Operation.CLIENT_READ;
import static org.escale.caller.Operation.CLIENT_WRITE;

import java.util.Map;
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
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Entitlement;
import org.escale.client.EntitlementId;
import org.escale.client.MemberId;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.service.Clients;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What employers allow. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = EntitlementsResource.class, property = Door.RESOURCE)
public final class EntitlementsResource {
  private final Clients clients;
  private final Lists lists;

  /** With what changes and what reads. */
  @Activate
  public EntitlementsResource(@Reference Clients clients, @Reference Lists lists) {
    this.clients = clients;
    this.lists = lists;
  }

  /** The entitlements. */
  @GET
  @Path("companies/{id}/entitlements")
  @Does(
      value = "What a company allows; of several, the most specific holds alone",
      as = CLIENT_READ,
      gives = EntitlementView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call, @PathParam("id") String id) {
    return lists.page(
        call,
        Entitlement.class,
        Map.of("companyId", Need.path(id, CompanyId::new).value()),
        EntitlementView::of);
  }

  /** A new one. */
  @POST
  @Path("companies/{id}/entitlements")
  @Does(
      value = "Allow something to a company, a group or a member",
      as = CLIENT_WRITE,
      gives = EntitlementView.class,
      status = 201)
  public Response entitle(@Context Call call, @PathParam("id") String id, EntitlementOrder order) {
    var name = new EntitlementId(ClientOrders.fresh());
    var chosen = order.id().map(text -> Need.read("id", text, EntitlementId::new)).orElse(name);
    var kept = Call.done(clients.entitle(call.caller(), entitlement(call, id, order, chosen), 0));
    var path = "companies/" + id + "/entitlements/" + chosen;
    return Answers.made(kept, EntitlementView::of, path);
  }

  /** Replaces one. */
  @PATCH
  @Path("companies/{id}/entitlements/{entitlement}")
  @Does(
      value = "Replace what was allowed, as a whole; needs If-Match",
      as = CLIENT_WRITE,
      gives = EntitlementView.class)
  public Response replace(
      @Context Call call,
      @PathParam("id") String id,
      @PathParam("entitlement") String entitlement,
      EntitlementOrder order) {
    long revision = call.revision();
    Need.check("id", revision > 0);
    var name = Need.path(entitlement, EntitlementId::new);
    var wanted = entitlement(call, id, order, name);
    var kept = Call.done(clients.entitle(call.caller(), wanted, revision));
    return Answers.one(kept, EntitlementView::of);
  }

  /** Takes one back. */
  @DELETE
  @Path("companies/{id}/entitlements/{entitlement}")
  @Does(value = "Take back what was allowed", as = CLIENT_WRITE, status = 204)
  public Response withdraw(
      @Context Call call,
      @PathParam("id") String id,
      @PathParam("entitlement") String entitlement) {
    Need.path(id, CompanyId::new);
    Call.done(clients.withdraw(call.caller(), Need.path(entitlement, EntitlementId::new)));
    return Response.noContent().build();
  }

  private Entitlement entitlement(
      Call call, String id, EntitlementOrder order, EntitlementId name) {
    var company = lists.kept(call, Company.class, Need.path(id, CompanyId::new)).word();
    var member =
        order
            .memberId()
            .map(text -> Need.read("memberId", text, MemberId::new))
            .map(who -> Call.done(clients.member(call.caller(), Optional.of(who))).pseudonym());
    return order.entitlement(name, company, member);
  }
}
