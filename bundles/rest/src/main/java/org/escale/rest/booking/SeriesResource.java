package org.escale.rest.booking;

import static org.escale.caller.Operation.BOOKING_WRITE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.refusal.Refusal;
import org.escale.refusal.Texts;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.service.BookingOffice;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The same wish at several times. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = SeriesResource.class, property = Door.RESOURCE)
public final class SeriesResource {
  private static final int MOST = 366;
  private final BookingOffice office;
  private final BookingTimes times;

  /** With what books. */
  @Activate
  public SeriesResource(@Reference BookingOffice office, @Reference BookingTimes times) {
    this.office = office;
    this.times = times;
  }

  /** What is wanted, and when: each time with its offset or in the centre's wall time. */
  public record SeriesOrder(
      Optional<BookingOrder> booking, Optional<String> series, Optional<List<BookingMove>> times) {}

  /** A no, with the sentence for a person. */
  public record NoView(String code, String text, Map<String, String> details) {
    static NoView of(Refusal refusal, Call call) {
      var text = Texts.of(refusal, call.caller().language());
      return new NoView(refusal.code().name(), text, refusal.details());
    }
  }

  /** The answer for one time. */
  public record DatedView(
      Instant from, Instant to, Optional<BookingView> booking, Optional<NoView> refusal) {
    static DatedView of(BookingOffice.Dated dated, Call call) {
      return new DatedView(
          dated.slot().from(),
          dated.slot().to(),
          dated.booking().map(kept -> BookingView.of(kept.word())),
          dated.refusal().map(refusal -> NoView.of(refusal, call)));
    }
  }

  /** Books them. */
  @POST
  @Path("bookings/series")
  @Does(
      value = "Book the same space at up to 366 times; an answer for each, in order",
      as = BOOKING_WRITE,
      gives = DatedView.class,
      many = true)
  public Response book(@Context Call call, SeriesOrder order) {
    var wish = Need.present("booking", order.booking());
    var wanted = Need.present("times", order.times());
    Need.check("times", !wanted.isEmpty() && wanted.size() <= MOST);
    var slots = wanted.stream().map(time -> times.of(call, wish.at(time))).toList();
    var name = order.series().map(text -> Need.text("series", Optional.of(text), 96));
    var answers = Call.done(office.series(call.caller(), wish.wanted(slots.get(0), name), slots));
    return Answers.all(answers.stream().map(dated -> DatedView.of(dated, call)).toList());
  }
}
