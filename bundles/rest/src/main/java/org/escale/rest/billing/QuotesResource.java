package org.escale.rest.billing;

import static org.escale.caller.Operation.QUOTE;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.client.MemberId;
import org.escale.federation.SpaceId;
import org.escale.rest.booking.AgreementView;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.MoneyView;
import org.escale.rest.call.Need;
import org.escale.rest.call.Slots;
import org.escale.service.BillingOffice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a visit would cost, by the code that rates. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = QuotesResource.class, property = Door.RESOURCE)
public final class QuotesResource {
  private final BillingOffice office;

  /** With what rates. */
  @Activate
  public QuotesResource(@Reference BillingOffice office) {
    this.office = office;
  }

  /** A visit that might be; the caller's own member where none is named. */
  public record QuoteOrder(
      Optional<String> spaceId,
      Optional<String> from,
      Optional<String> to,
      Optional<String> memberId) {}

  /** The charge, a sentence that explains it, and the terms that would be sealed. */
  public record QuoteView(MoneyView charge, String text, AgreementView terms) {
    static QuoteView of(BillingOffice.Quote q) {
      return new QuoteView(MoneyView.of(q.charge()), q.text(), AgreementView.of(q.agreement()));
    }
  }

  /** Quotes. */
  @POST
  @Path("quotes")
  @Does(
      value = "What a visit would cost: the dry run of the real rating",
      as = QUOTE,
      gives = QuoteView.class)
  public Response quote(@Context Call call, QuoteOrder order) {
    var slot =
        Slots.of(
            Need.instant("from", Need.present("from", order.from())),
            Need.instant("to", Need.present("to", order.to())));
    var space = Need.id("spaceId", order.spaceId(), SpaceId::new);
    var member = order.memberId().map(text -> Need.read("memberId", text, MemberId::new));
    var quote = Call.done(office.quote(call.caller(), space, slot, member));
    return Response.ok(QuoteView.of(quote)).build();
  }
}
