package org.escale.rest.client;

import static org.escale.caller.Operation.CLIENT_READ;
import static org.escale.caller.Operation.CLIENT_WRITE;

import java.util.Map;
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
import org.escale.rest.call.Call;
import org.escale.rest.call.Csv;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.call.Sheets;
import org.escale.rest.client.ClientViews.MemberView;
import org.escale.rest.job.Accepted;
import org.escale.rest.job.JobView;
import org.escale.service.Clients;
import org.escale.service.Jobs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People of a company as a table, out and in. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = MemberSheetsResource.class, property = Door.RESOURCE)
public final class MemberSheetsResource {
  private final Clients clients;
  private final Jobs jobs;
  private final Lists lists;
  private final Sheets sheets;

  /** With what changes, what works long and what reads. */
  @Activate
  public MemberSheetsResource(
      @Reference Clients clients,
      @Reference Jobs jobs,
      @Reference Lists lists,
      @Reference Sheets sheets) {
    this.clients = clients;
    this.jobs = jobs;
    this.lists = lists;
    this.sheets = sheets;
  }

  /** Its people as a table. */
  @GET
  @Path("companies/{id}/members")
  @Produces(Csv.ANSWER)
  @Does(
      value = "The people of a company that the caller may see; as text/csv all at once",
      as = CLIENT_READ,
      filters = {"group"},
      gives = MemberView.class,
      many = true,
      pages = true)
  public Response export(@Context Call call, @PathParam("id") String id) {
    var company = Need.path(id, CompanyId::new).value();
    return sheets.all(call, Member.class, Map.of("companyId", company), MemberSheet.OUT);
  }

  /** Adds people from a table. */
  @POST
  @Path("companies/{id}/members")
  @Consumes(Csv.TYPE)
  @Does(
      value =
          "Add up to 1000 people to a company: all or none; as text/csv up to 10000 by a job, row by"
              + " row",
      as = CLIENT_WRITE,
      gives = JobView.class,
      status = 202)
  public Response enrol(@Context Call call, @PathParam("id") String id, byte[] body) {
    var company = lists.kept(call, Company.class, Need.path(id, CompanyId::new)).word();
    var rows = Csv.read(body);
    Need.check("name", !rows.isEmpty() && rows.get(0).containsKey("name"));
    return Accepted.job(
        jobs,
        call,
        "member-import",
        progress ->
            MemberSheet.enrol(
                clients, call.caller(), company, new MemberSheet.Rows(rows), progress));
  }
}
