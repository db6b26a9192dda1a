package org.escale.rest.client;

import static org.escale.caller.Operation.CLIENT_ADMIT;
import static org.escale.caller.Operation.CLIENT_READ;
import static org.escale.caller.Operation.CLIENT_WRITE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Member;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.client.ClientOrders.CompanyOrder;
import org.escale.rest.client.ClientOrders.MemberOrder;
import org.escale.rest.client.ClientViews.CompanyView;
import org.escale.rest.client.ClientViews.MemberView;
import org.escale.service.Clients;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Companies and their people. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = CompaniesResource.class, property = Door.RESOURCE)
public final class CompaniesResource {
  private static final int MOST = 1000;
  private final Clients clients;
  private final Lists lists;

  /** With what changes and what reads. */
  @Activate
  public CompaniesResource(@Reference Clients clients, @Reference Lists lists) {
    this.clients = clients;
    this.lists = lists;
  }

  /** Another standing. */
  public record StandingOrder(Optional<Company.Standing> standing) {}

  /** People to be enrolled together, at most 1000: all or none. */
  public record EnrolmentOrder(Optional<List<MemberOrder>> members) {}

  /** Takes on a client. */
  @POST
  @Path("companies")
  @Does(value = "Take on a client", as = CLIENT_ADMIT, gives = CompanyView.class, status = 201)
  public Response admit(@Context Call call, CompanyOrder order) {
    var kept = Call.done(clients.admit(call.caller(), order.company()));
    return Answers.made(kept, CompanyView::of, "companies/" + kept.word().id());
  }

  /** The companies. */
  @GET
  @Path("companies")
  @Does(
      value = "Companies that the caller may see",
      as = CLIENT_READ,
      filters = {"networkId", "centreId"},
      gives = CompanyView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    return lists.page(call, Company.class, CompanyView::of);
  }

  /** One company. */
  @GET
  @Path("companies/{id}")
  @Does(value = "One company", as = CLIENT_READ, gives = CompanyView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    var company = Need.path(id, CompanyId::new);
    return lists.one(call, Company.class, company, CompanyView::of);
  }

  /** Changes its standing. */
  @POST
  @Path("companies/{id}/standing")
  @Does(
      value = "Put a company in another standing: late, blocked, ceased, good again",
      as = CLIENT_ADMIT,
      gives = CompanyView.class)
  public Response stand(@Context Call call, @PathParam("id") String id, StandingOrder order) {
    var standing = Need.present("standing", order.standing());
    var company = Need.path(id, CompanyId::new);
    return Answers.one(Call.done(clients.stand(call.caller(), company, standing)), CompanyView::of);
  }

  /** Its people. */
  @GET
  @Path("companies/{id}/members")
  @Does(
      value = "The people of a company that the caller may see; as text/csv all at once",
      as = CLIENT_READ,
      filters = {"group"},
      gives = MemberView.class,
      many = true,
      pages = true)
  public Response members(@Context Call call, @PathParam("id") String id) {
    var company = Need.path(id, CompanyId::new).value();
    return lists.page(call, Member.class, Map.of("companyId", company), MemberView::of);
  }

  /** Adds people. */
  @POST
  @Path("companies/{id}/members")
  @Does(
      value =
          "Add up to 1000 people to a company: all or none; as text/csv up to 10000 by a job, row by"
              + " row",
      as = CLIENT_WRITE,
      gives = MemberView.class,
      many = true)
  public Response enrol(@Context Call call, @PathParam("id") String id, EnrolmentOrder order) {
    var people = Need.present("members", order.members());
    Need.check("members", !people.isEmpty() && people.size() <= MOST);
    var company = lists.kept(call, Company.class, Need.path(id, CompanyId::new)).word();
    var members =
        IntStream.range(0, people.size())
            .mapToObj(n -> people.get(n).member(company, call.fresh(n)))
            .toList();
    var kept = Call.done(clients.enrol(call.caller(), members));
    return Answers.all(kept.stream().map(k -> MemberView.of(k.word())).toList());
  }
}
