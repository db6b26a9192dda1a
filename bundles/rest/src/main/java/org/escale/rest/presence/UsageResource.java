package org.escale.rest.presence;

import static org.escale.caller.Operation.METER;
import static org.escale.caller.Operation.USAGE_READ;

import java.math.BigDecimal;
import java.util.HashMap;
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
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.rest.client.People;
import org.escale.service.Lookup;
import org.escale.service.Metering;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads usage records and corrects them by credit. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = UsageResource.class, property = Door.RESOURCE)
public final class UsageResource {
  private final Lookup lookup;
  private final Metering metering;
  private final People people;

  /** With what reads and what meters. */
  @Activate
  public UsageResource(
      @Reference Lookup lookup, @Reference Metering metering, @Reference People people) {
    this.lookup = lookup;
    this.metering = metering;
    this.people = people;
  }

  /** The right quantity; left out where nothing was used. */
  public record CorrectionOrder(Optional<BigDecimal> quantity) {}

  /** Where the chain of a centre ends, as far as the caller sees it. */
  public record HeadView(String centreId, long count, String hash) {}

  /** The records. */
  @GET
  @Path("usage-records")
  @Does(
      value = "Usage records that the caller may see, selected by their end",
      as = USAGE_READ,
      query = {
        "visitId",
        "centreId",
        "memberId",
        "kind",
        "producer",
        "credits",
        "from",
        "to",
        "limit",
        "cursor",
        "updatedSince"
      },
      gives = UsageView.class,
      many = true)
  public Response list(@Context Call call) {
    var params = call.params();
    params.text("kind").ifPresent(kind -> Need.one("kind", UsageRecord.Kind.class, kind));
    var where = new HashMap<>(people.filter(call));
    where.putAll(params.page("visitId", "centreId", "kind", "producer", "credits").where());
    var page = Call.done(lookup.list(call.caller(), UsageRecord.class, params.page(where)));
    return Answers.page(call.uri(), page, UsageView::of);
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
    var id = Need.present("centre", call.params().id("centre", CentreId::new)).value();
    var query = Query.where("centreId", id);
    var head = new HeadView(id, 0, "");
    var page = Call.done(lookup.list(call.caller(), UsageRecord.class, query));
    while (true) {
      for (Kept<UsageRecord> kept : page.items()) {
        var chain = kept.word().chain();
        head =
            chain.number() > head.count() ? new HeadView(id, chain.number(), chain.hash()) : head;
      }
      if (page.next().isEmpty()) {
        return Response.ok(head).build();
      }
      var after = query.after(page.next().getAsLong());
      page = Call.done(lookup.list(call.caller(), UsageRecord.class, after));
    }
  }

  /** One record. */
  @GET
  @Path("usage-records/{id}")
  @Does(value = "One usage record", as = USAGE_READ, gives = UsageView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    var record = Need.path(id, UsageRecordId::new);
    var kept = Call.done(lookup.get(call.caller(), UsageRecord.class, record));
    return Answers.one(kept, UsageView::of);
  }

  /** Corrects one. */
  @POST
  @Path("usage-records/{id}/correct")
  @Does(
      value = "Take a record back by a credit record and, with a quantity, write a fresh one",
      as = METER,
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
