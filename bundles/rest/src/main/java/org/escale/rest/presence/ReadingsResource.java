package org.escale.rest.presence;

import static org.escale.caller.Operation.METER;

import java.math.BigDecimal;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.federation.ExtraId;
import org.escale.presence.VisitId;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.service.Metering;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the readings of extras: pages, pieces, meals. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = ReadingsResource.class, property = Door.RESOURCE)
public final class ReadingsResource {
  private static final BigDecimal MOST = new BigDecimal("1000000");
  private final Metering metering;

  /** With what meters. */
  @Activate
  public ReadingsResource(@Reference Metering metering) {
    this.metering = metering;
  }

  /**
   * A reading.
   *
   * @param quantity a number greater than 0, at most a million, at most 3 decimals
   * @param producer the producer's own key: the same key is counted once
   */
  public record ReadingOrder(
      Optional<String> visitId,
      Optional<String> extraId,
      Optional<BigDecimal> quantity,
      Optional<String> at,
      Optional<String> producer) {
    Metering.Reading reading() {
      var amount = Need.present("quantity", quantity);
      Need.check(
          "quantity", amount.signum() > 0 && amount.compareTo(MOST) <= 0 && amount.scale() <= 3);
      return new Metering.Reading(
          Need.id("visitId", visitId, VisitId::new),
          Need.id("extraId", extraId, ExtraId::new),
          amount,
          at.map(text -> Need.instant("at", text)),
          Need.text("producer", producer, 96));
    }
  }

  /** Counts one. */
  @POST
  @Path("meter-readings")
  @Does(
      value = "Count an extra on a visit; the same producer key is counted once",
      as = METER,
      gives = UsageView.class,
      status = 201)
  public Response read(@Context Call call, ReadingOrder order) {
    var kept = Call.done(metering.read(call.caller(), order.reading()));
    return Answers.made(kept, UsageView::of, "usage-records/" + kept.word().id());
  }
}
