package org.escale.rest.client;

import static org.escale.caller.Operation.CLIENT_ADMIT;
import static org.escale.caller.Operation.CLIENT_READ;

import java.util.Map;
import java.util.Optional;
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
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.MemberId;
import org.escale.money.Money;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.MoneyView;
import org.escale.rest.call.Need;
import org.escale.rest.client.ClientViews.CreditView;
import org.escale.service.Clients;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prepaid accounts of companies and of single people. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = CreditResource.class, property = Door.RESOURCE)
public final class CreditResource {
  private final Clients clients;
  private final Lists lists;

  /** With what changes and what reads. */
  @Activate
  public CreditResource(@Reference Clients clients, @Reference Lists lists) {
    this.clients = clients;
    this.lists = lists;
  }

  /** A new account, of one person or of the whole company; {@code floor} is 0.00 if left out. */
  public record CreditOrder(
      Optional<String> id, Optional<String> memberId, Optional<MoneyView> floor) {}

  /** Money to put on it, more than nothing. */
  public record TopUpOrder(Optional<MoneyView> amount) {}

  /** The accounts with what is left on them. */
  @GET
  @Path("companies/{id}/credit")
  @Does(
      value = "The prepaid accounts of a company, with what is left on each",
      as = CLIENT_READ,
      gives = CreditView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call, @PathParam("id") String id) {
    return lists.page(
        call,
        Credit.class,
        Map.of("companyId", Need.path(id, CompanyId::new).value()),
        credit -> view(call, credit));
  }

  /** Opens one. */
  @POST
  @Path("companies/{id}/credit")
  @Does(
      value = "Open a prepaid account of a company or of one of its people",
      as = CLIENT_ADMIT,
      gives = CreditView.class,
      status = 201)
  public Response open(@Context Call call, @PathParam("id") String id, CreditOrder order) {
    var company = lists.kept(call, Company.class, Need.path(id, CompanyId::new)).word();
    var person =
        order
            .memberId()
            .map(text -> Need.read("memberId", text, MemberId::new))
            .map(who -> Call.done(clients.member(call.caller(), Optional.of(who))).pseudonym());
    var name = order.id().orElseGet(ClientOrders::fresh);
    var floor = order.floor().isPresent() ? Need.money("floor", order.floor()) : Money.ZERO;
    var credit =
        new Credit(
            Need.read("id", name, CreditId::new), company.id(), company.pseudonym(), person, floor);
    var kept = Call.done(clients.open(call.caller(), credit));
    return Answers.made(kept, c -> view(call, c), "companies/" + company.id() + "/credit");
  }

  /** Puts money on one. */
  @POST
  @Path("companies/{id}/credit/{credit}/top-up")
  @Does(
      value = "Put money on a prepaid account; answers what is left",
      as = CLIENT_ADMIT,
      gives = MoneyView.class)
  public Response topUp(
      @Context Call call,
      @PathParam("id") String id,
      @PathParam("credit") String credit,
      TopUpOrder order) {
    Need.path(id, CompanyId::new);
    var amount = Need.money("amount", order.amount());
    Need.check("amount", amount.compareTo(Money.ZERO) > 0);
    var name = Need.path(credit, CreditId::new);
    var balance = Call.done(clients.topUp(call.caller(), name, amount));
    return Response.ok(MoneyView.of(balance)).build();
  }

  private CreditView view(Call call, Credit credit) {
    var balance = Call.done(clients.balance(call.caller(), credit.id()));
    return CreditView.of(credit, balance, Call.done(clients.held(call.caller(), credit.id())));
  }
}
