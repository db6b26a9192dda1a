package org.escale.rest.billing;

import static org.escale.caller.Operation.LEDGER_READ;
import static org.escale.caller.Operation.PAYOUT_READ;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.Payout;
import org.escale.billing.PayoutId;
import org.escale.rest.billing.BillingViews.PayoutView;
import org.escale.rest.billing.BillingViews.TransactionView;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.MoneyView;
import org.escale.rest.call.Need;
import org.escale.service.BillingOffice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money to the centres, and the ledger behind everything. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = MoneyResource.class, property = Door.RESOURCE)
public final class MoneyResource {
  private final Lists lists;
  private final BillingOffice office;

  /** With what reads and what sums. */
  @Activate
  public MoneyResource(@Reference Lists lists, @Reference BillingOffice office) {
    this.lists = lists;
    this.office = office;
  }

  /** The sum of the whole ledger by currency, which is zero, and the movements one may see. */
  public record LedgerView(
      Map<String, MoneyView> sums, List<TransactionView> items, Optional<String> next) {}

  /** The payouts. */
  @GET
  @Path("payouts")
  @Does(
      value = "Payouts that the caller may see, selected by when they were issued",
      as = PAYOUT_READ,
      filters = {"centreId", "networkId", "period"},
      query = {"from", "to"},
      gives = PayoutView.class,
      many = true,
      pages = true)
  public Response payouts(@Context Call call) {
    return lists.page(call, Payout.class, PayoutView::of);
  }

  /** One payout. */
  @GET
  @Path("payouts/{id}")
  @Does(value = "One payout with its records", as = PAYOUT_READ, gives = PayoutView.class)
  public Response payout(@Context Call call, @PathParam("id") String id) {
    var payout = Need.path(id, PayoutId::new);
    return lists.one(call, Payout.class, payout, PayoutView::of);
  }

  /** The ledger. */
  @GET
  @Path("ledger")
  @Does(
      value = "The sum of the whole ledger, zero for each currency, and movements one may see",
      as = LEDGER_READ,
      query = {"from", "to"},
      gives = LedgerView.class,
      pages = true)
  public Response ledger(@Context Call call) {
    var sums = new TreeMap<String, MoneyView>();
    Call.done(office.ledger(call.caller())).forEach((c, sum) -> sums.put(c, MoneyView.of(sum)));
    var page = lists.page(call, LedgerTransaction.class);
    var items = page.items().stream().map(kept -> TransactionView.of(kept.word())).toList();
    var next = page.next().isPresent() ? String.valueOf(page.next().getAsLong()) : "";
    return Response.ok(
            new LedgerView(sums, items, Optional.of(next).filter(text -> !text.isEmpty())))
        .build();
  }
}
