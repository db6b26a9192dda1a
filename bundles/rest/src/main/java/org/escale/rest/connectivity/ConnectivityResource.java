package org.escale.rest.connectivity;

import static org.escale.caller.Operation.GATEWAY_READ;
import static org.escale.caller.Operation.REPORT_READ;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Csv;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.rest.call.Sheets;
import org.escale.rest.connectivity.ConnectivityViews.OutageView;
import org.escale.rest.connectivity.ConnectivityViews.ServiceView;
import org.escale.service.Connectivity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the lines of centres kept their promise: service minutes, and outages. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ConnectivityResource.class, property = Door.RESOURCE)
public final class ConnectivityResource {
  private final Connectivity connectivity;
  private final Clock clock;

  /** With who knows. */
  @Activate
  public ConnectivityResource(@Reference Connectivity connectivity, @Reference Clock clock) {
    this.connectivity = connectivity;
    this.clock = clock;
  }

  /** The report. */
  @GET
  @Path("reports/service")
  @Does(
      value = "Service minutes of each centre and month (opening minutes promised, served, out)",
      as = REPORT_READ,
      query = {"fromMonth", "toMonth"},
      gives = ServiceView.class,
      many = true)
  public Response service(@Context Call call) {
    return Answers.all(months(call));
  }

  /** The report as a table. */
  @GET
  @Path("reports/service")
  @Produces(Csv.ANSWER)
  @Does(
      value = "Service minutes of each centre and month (opening minutes promised, served, out)",
      as = REPORT_READ,
      query = {"fromMonth", "toMonth"},
      gives = ServiceView.class,
      many = true)
  public Response serviceSheet(@Context Call call) {
    var rows = months(call).stream().map(ServiceView::row).toList();
    return Sheets.table("service-minutes", ServiceView.HEADING, rows);
  }

  /** Outages. */
  @GET
  @Path("outages")
  @Does(
      value = "Times of the last 30 days in which centres were not heard, the newest first",
      as = GATEWAY_READ,
      query = {"centreId"},
      gives = OutageView.class,
      many = true)
  public Response outages(@Context Call call) {
    return Answers.all(gone(call));
  }

  /** Outages as a table. */
  @GET
  @Path("outages")
  @Produces(Csv.ANSWER)
  @Does(
      value = "Times of the last 30 days in which centres were not heard, the newest first",
      as = GATEWAY_READ,
      query = {"centreId"},
      gives = OutageView.class,
      many = true)
  public Response outagesSheet(@Context Call call) {
    var rows = gone(call).stream().map(OutageView::row).toList();
    return Sheets.table("outages", OutageView.HEADING, rows);
  }

  private List<ServiceView> months(Call call) {
    var params = call.params();
    var now = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    var last =
        params.text("toMonth").map(m -> Need.read("toMonth", m, YearMonth::parse)).orElse(now);
    var first =
        params.text("fromMonth").map(m -> Need.read("fromMonth", m, YearMonth::parse)).orElse(last);
    return Call.done(connectivity.service(call.caller(), first, last)).stream()
        .map(ServiceView::of)
        .toList();
  }

  private List<OutageView> gone(Call call) {
    var centre = call.params().text("centreId");
    return Call.done(connectivity.outages(call.caller())).stream()
        .map(OutageView::of)
        .filter(outage -> centre.isEmpty() || centre.get().equals(outage.centreId()))
        .toList();
  }
}
