package org.escale.rest.presence;

import static org.escale.caller.Operation.METER;
import static org.escale.caller.Operation.USAGE_ANSWER;
import static org.escale.caller.Operation.USAGE_READ;

import java.math.BigDecimal;
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
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.federation.CentreId;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Csv;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.call.Sheets;
import org.escale.rest.client.People;
import org.escale.service.Metering;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads usage records and corrects them by credit. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = UsageResource.class, property = Door.RESOURCE)
public final class UsageResource {
  private final Lists lists;
  private final Sheets sheets;
  private final Metering metering;
  private final People people;

  /** With what reads and what meters. */
  @Activate
  public UsageResource(
      @Reference Lists lists,
      @Reference Sheets sheets,
      @Reference Metering metering,
      @Reference People people) {
    this.lists = lists;
    this.sheets = sheets;
    this.metering = metering;
    this.people = people;
  }

  /** The right quantity; left out where nothing was used. */
  public record CorrectionOrder(Optional<BigDecimal> quantity) {}

  /** Where the chain of a centre ends, for the centre and its networks. */
  public record HeadView(String centreId, long count, String hash) {}

  /** The records. */
  @GET
  @Path("usage-records")
  @Does(
      value = "Usage records that the caller may see, by their end; as text/csv all at once",
      as = USAGE_READ,
      filters = {"visitId", "centreId", "kind", "producer", "credits"},
      query = {"memberId", "from", "to"},
      gives = UsageView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    var params = call.params();
    params.text("kind").ifPresent(kind -> Need.one("kind", UsageRecord.Kind.class, kind));
    return lists.page(call, UsageRecord.class, people.filter(call), UsageView::of);
  }

  /** The records as a table. */
  @GET
  @Path("usage-records")
  @Produces(Csv.ANSWER)
  @Does(
      value = "Usage records that the caller may see, by their end; as text/csv all at once",
      as = USAGE_READ,
      filters = {"visitId", "centreId", "kind", "producer", "credits"},
      query = {"memberId", "from", "to"},
      gives = UsageView.class,
      many = true,
      pages = true)
  public Response export(@Context Call call) {
    return sheets.all(call, UsageRecord.class, people.filter(call), UsageSheet.OUT);
  }

  /** The head of a chain. */
  @GET
  @Path("usage-records/head")
  @Does(
      value = "Count and last hash of the chain of a centre",
      as = USAGE_READ,
      query = {"centre"},
      gives = HeadView.class)
  public Response head(@Context Call call) {
    var id = Need.present("centre", call.params().id("centre", CentreId::new));
    var head = Call.done(metering.head(call.caller(), id));
    return Response.ok(new HeadView(id.value(), head.count(), head.hash())).build();
  }

  /** One record. */
  @GET
  @Path("usage-records/{id}")
  @Does(value = "One usage record", as = USAGE_READ, gives = UsageView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    var record = Need.path(id, UsageRecordId::new);
    return lists.one(call, UsageRecord.class, record, UsageView::of);
  }

  /** Corrects one. */
  @POST
  @Path("usage-records/{id}/correct")
  @Does(
      value = "Take a record back by a credit record and, with a quantity, write a fresh one",
      as = {METER, USAGE_ANSWER},
      gives = UsageView.class,
      status = 201)
  public Response correct(@Context Call call, @PathParam("id") String id, CorrectionOrder order) {
    order
        .quantity()
        .ifPresent(
            q -> Need.check("quantity", q.signum() > 0 && q.scale() <= 3 && q.precision() < 13));
    var record = Need.path(id, UsageRecordId::new);
    var kept = Call.done(metering.correct(call.caller(), record, order.quantity()));
    return Answers.made(kept, UsageView::of, "usage-records/" + kept.word().id());
  }
}
