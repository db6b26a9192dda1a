package org.escale.rest.billing;

import static org.escale.caller.Operation.BILLING_RUN;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.rest.billing.BillingViews.RunView;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.service.BillingOffice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices and settles a month. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = BillingRunsResource.class, property = Door.RESOURCE)
public final class BillingRunsResource {
  private final BillingOffice office;

  /** With what bills. */
  @Activate
  public BillingRunsResource(@Reference BillingOffice office) {
    this.office = office;
  }

  /** A month, such as 2027-03; dry changes nothing. */
  public record RunOrder(Optional<String> period, Optional<Boolean> dryRun) {}

  /** Runs. */
  @POST
  @Path("billing-runs")
  @Does(
      value = "Invoice and settle a month that is over; a second run adds nothing",
      as = BILLING_RUN,
      gives = RunView.class,
      status = 201)
  public Response run(@Context Call call, RunOrder order) {
    var period = Need.month("period", order.period());
    boolean dry = order.dryRun().orElse(false);
    var run = RunView.of(Call.done(office.run(call.caller(), period, dry)));
    return Response.status(dry ? Response.Status.OK : Response.Status.CREATED).entity(run).build();
  }
}
