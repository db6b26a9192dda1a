package org.escale.rest.billing;

import static org.escale.caller.Operation.BILLING_RUN;

import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
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
import org.escale.rest.job.Accepted;
import org.escale.rest.job.JobView;
import org.escale.service.BillingOffice;
import org.escale.service.Jobs;
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

  private final Jobs jobs;

  /** With what bills, and what works long. */
  @Activate
  public BillingRunsResource(@Reference BillingOffice office, @Reference Jobs jobs) {
    this.office = office;
    this.jobs = jobs;
  }

  /** A month, such as 2027-03; dry changes nothing. */
  public record RunOrder(Optional<String> period, Optional<Boolean> dryRun) {}

  /** Runs. */
  @POST
  @Path("billing-runs")
  @Does(
      value =
          "Invoice and settle a month that is over; a second run adds nothing. A dry run is answered"
              + " at once unless a job is preferred",
      as = BILLING_RUN,
      gives = JobView.class,
      status = 202,
      orGives = RunView.class)
  public Response run(@Context Call call, @HeaderParam("Prefer") String prefer, RunOrder order) {
    var period = Need.month("period", order.period());
    boolean dry = order.dryRun().orElse(false);
    if (dry && !Accepted.preferred(prefer)) {
      return Response.ok(RunView.of(Call.done(office.run(call.caller(), period, true)))).build();
    }
    var month = dry ? period : Call.done(office.over(call.caller(), period));
    return Accepted.job(
        jobs,
        call,
        "billing-run",
        progress ->
            office
                .run(call.caller(), month, dry, progress)
                .map(run -> new Jobs.Made(Accepted.json(RunView.first(run)), List.of(), true)));
  }
}
