package org.escale.rest.billing;

import static org.escale.caller.Operation.PAYOUT_READ;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.billing.Payout;
import org.escale.billing.SettlementId;
import org.escale.money.Money;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.MoneyView;
import org.escale.rest.call.Need;
import org.escale.rest.problem.RefusedException;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All payouts of a network and month, as one: a fold over the payouts that one may see. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = SettlementsResource.class, property = Door.RESOURCE)
public final class SettlementsResource {
  private final Lists lists;

  /** With what reads. */
  @Activate
  public SettlementsResource(@Reference Lists lists) {
    this.lists = lists;
  }

  /** What a network owes for a month: to the centres whose payouts the caller sees. */
  public record SettlementView(
      String id,
      String payerNetworkId,
      String period,
      BigDecimal hours,
      MoneyView amount,
      List<String> payoutIds,
      Instant issuedAt) {
    static SettlementView of(List<Payout> payouts) {
      var first = payouts.get(0);
      return new SettlementView(
          first.settlement().value(),
          first.payer().value(),
          first.period().toString(),
          payouts.stream().map(Payout::hours).reduce(BigDecimal.ZERO, BigDecimal::add),
          MoneyView.of(payouts.stream().map(Payout::amount).reduce(Money.ZERO, Money::plus)),
          payouts.stream().map(payout -> payout.id().value()).toList(),
          first.issuedAt());
    }
  }

  /** The settlements. */
  @GET
  @Path("settlements")
  @Does(
      value = "What each network owes its centres for a month, by the payouts one may see",
      as = PAYOUT_READ,
      filters = {"networkId", "period"},
      query = {"from", "to"},
      gives = SettlementView.class,
      many = true)
  public Response list(@Context Call call) {
    return Answers.all(folded(lists.all(call, Payout.class, Map.of())));
  }

  /** One settlement. */
  @GET
  @Path("settlements/{id}")
  @Does(
      value = "What a network owes its centres for one month, by the payouts one may see",
      as = PAYOUT_READ,
      gives = SettlementView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    var name = Need.path(id, SettlementId::new).value();
    var found = folded(lists.all(call, Payout.class, Map.of("settlementId", name)));
    if (found.isEmpty()) {
      throw RefusedException.of(RefusalCode.NOT_FOUND);
    }
    return Response.ok(found.get(0)).build();
  }

  private static List<SettlementView> folded(List<Kept<Payout>> payouts) {
    var settlements = new LinkedHashMap<SettlementId, List<Payout>>();
    payouts.forEach(
        kept ->
            settlements
                .computeIfAbsent(kept.word().settlement(), id -> new ArrayList<>())
                .add(kept.word()));
    return settlements.values().stream().map(SettlementView::of).toList();
  }
}
