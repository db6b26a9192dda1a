package org.escale.rest.client;

import static org.escale.caller.Operation.PASS_READ;
import static org.escale.caller.Operation.PASS_WRITE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.client.Guest;
import org.escale.client.MemberId;
import org.escale.client.Pass;
import org.escale.client.PassId;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.call.Slots;
import org.escale.rest.client.ClientViews.PassView;
import org.escale.service.Clients;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Flat subscriptions. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = PassesResource.class, property = Door.RESOURCE)
public final class PassesResource {
  private static final int MOST = 500;
  private final Clients clients;
  private final Lists lists;
  private final People people;

  /** With what sells and what reads. */
  @Activate
  public PassesResource(
      @Reference Clients clients, @Reference Lists lists, @Reference People people) {
    this.clients = clients;
    this.lists = lists;
    this.people = people;
  }

  /** A pass for one person. */
  public record PassOrder(
      Optional<String> id,
      Optional<String> networkId,
      Optional<String> memberId,
      Optional<String> product,
      Optional<List<String>> centreIds,
      Optional<String> from,
      Optional<String> to) {}

  /** Sells one. */
  @POST
  @Path("passes")
  @Does(value = "Sell a pass", as = PASS_WRITE, gives = PassView.class, status = 201)
  public Response sell(@Context Call call, PassOrder order) {
    var who = Need.id("memberId", order.memberId(), MemberId::new);
    var member = Call.done(clients.member(call.caller(), Optional.of(who)));
    var ids = Need.present("centreIds", order.centreIds());
    Need.check("centreIds", !ids.isEmpty() && ids.size() <= MOST);
    var pass =
        new Pass(
            Need.read("id", order.id().orElseGet(ClientOrders::fresh), PassId::new),
            Need.id("networkId", order.networkId(), NetworkId::new),
            new Guest(people.issuer(), member.pseudonym(), member.companyPseudonym()),
            Need.text("product", order.product(), 64),
            ids.stream()
                .map(id -> Need.id("centreIds", Optional.of(id), CentreId::new))
                .collect(Collectors.toSet()),
            Slots.of(
                Need.instant("from", Need.present("from", order.from())),
                Need.instant("to", Need.present("to", order.to()))));
    var kept = Call.done(clients.sell(call.caller(), pass));
    return Answers.made(kept, PassView::of, "passes/" + kept.word().id());
  }

  /** The passes. */
  @GET
  @Path("passes")
  @Does(
      value = "Passes that the caller may see, selected by their start",
      as = PASS_READ,
      filters = {"networkId"},
      query = {"memberId", "from", "to"},
      gives = PassView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    return lists.page(call, Pass.class, people.filter(call), PassView::of);
  }

  /** One pass. */
  @GET
  @Path("passes/{id}")
  @Does(value = "One pass", as = PASS_READ, gives = PassView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    var pass = Need.path(id, PassId::new);
    return lists.one(call, Pass.class, pass, PassView::of);
  }
}
