package org.escale.rest.booking;

import static org.escale.caller.Operation.BOOKING_READ;
import static org.escale.caller.Operation.BOOKING_WRITE;

import java.util.Optional;
import java.util.function.Function;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.booking.Booking;
import org.escale.booking.BookingId;
import org.escale.booking.Move;
import org.escale.federation.Guarantees;
import org.escale.federation.Space;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.client.People;
import org.escale.service.BookingOffice;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Books, holds, confirms, moves, extends, cancels; lists bookings. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = BookingsResource.class, property = Door.RESOURCE)
public final class BookingsResource {
  private final BookingOffice office;
  private final Lists lists;
  private final BookingTimes times;
  private final People people;

  /** With what books and what reads. */
  @Activate
  public BookingsResource(
      @Reference BookingOffice office,
      @Reference Lists lists,
      @Reference BookingTimes times,
      @Reference People people) {
    this.office = office;
    this.lists = lists;
    this.times = times;
    this.people = people;
  }

  /** Books or holds. */
  @POST
  @Path("bookings")
  @Does(
      value =
          "Book a space, or hold it with holdFor; wall times of the centre go in fromLocal, toLocal;"
              + " 202 while the centre's own system or its reception is asked (PENDING)",
      as = BOOKING_WRITE,
      gives = BookingView.class,
      status = 201)
  public Response book(@Context Call call, BookingOrder order) {
    var wanted = order.wanted(times.of(call, order), Optional.empty());
    var kept = Call.done(office.book(call.caller(), wanted));
    var made = Answers.made(kept, said(call), "bookings/" + kept.word().id());
    return kept.word().state() == Booking.State.PENDING
        ? Response.fromResponse(made).status(Response.Status.ACCEPTED).build()
        : made;
  }

  /** The bookings. */
  @GET
  @Path("bookings")
  @Does(
      value = "Bookings that the caller may see, selected by their start",
      as = BOOKING_READ,
      filters = {"centreId", "spaceId", "state", "series"},
      query = {"memberId", "from", "to"},
      gives = BookingView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    var params = call.params();
    params.text("state").ifPresent(state -> Need.one("state", Booking.State.class, state));
    return lists.page(call, Booking.class, people.filter(call), BookingView::of);
  }

  /** One booking. */
  @GET
  @Path("bookings/{id}")
  @Does(value = "One booking with its terms", as = BOOKING_READ, gives = BookingView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    return Answers.one(booking(call, id), said(call));
  }

  /** Confirms a hold. */
  @POST
  @Path("bookings/{id}/confirm")
  @Does(
      value = "Confirm a hold; the centre: a request, or the other time that is asked for",
      as = BOOKING_WRITE,
      gives = BookingView.class)
  public Response confirm(@Context Call call, @PathParam("id") String id) {
    var booking = Need.path(id, BookingId::new);
    return Answers.one(Call.done(office.confirm(call.caller(), booking)), said(call));
  }

  /** Moves or extends. */
  @PATCH
  @Path("bookings/{id}")
  @Does(
      value =
          "Move or extend a booking; needs If-Match; 202 while the centre's own system or its"
              + " reception is asked (move is ASKED), the booking standing as it was",
      as = BOOKING_WRITE,
      gives = BookingView.class)
  public Response move(@Context Call call, @PathParam("id") String id, BookingMove move) {
    long revision = call.revision();
    var booking = booking(call, id).word();
    var slot = times.of(call, booking, move);
    var kept = Call.done(office.move(call.caller(), booking.id(), slot, revision));
    var moved = Answers.one(kept, said(call));
    return kept.word().move().filter(Move::asked).isPresent()
        ? Response.fromResponse(moved).status(Response.Status.ACCEPTED).build()
        : moved;
  }

  /** Leaves it as it stands. */
  @DELETE
  @Path("bookings/{id}/move")
  @Does(
      value =
          "Leave a booking as it stands: the centre's no to the time that is asked for, or the"
              + " withdrawal by whoever asked",
      as = BOOKING_WRITE,
      gives = BookingView.class)
  public Response stay(@Context Call call, @PathParam("id") String id) {
    var booking = Need.path(id, BookingId::new);
    return Answers.one(Call.done(office.stay(call.caller(), booking)), said(call));
  }

  /** Cancels. */
  @DELETE
  @Path("bookings/{id}")
  @Does(
      value = "Cancel a booking",
      as = BOOKING_WRITE,
      query = {"reason"},
      gives = BookingView.class)
  public Response cancel(@Context Call call, @PathParam("id") String id) {
    var reason = call.params().text("reason").orElse("");
    var booking = Need.path(id, BookingId::new);
    return Answers.one(Call.done(office.cancel(call.caller(), booking, reason)), said(call));
  }

  private Kept<Booking> booking(Call call, String id) {
    return lists.kept(call, Booking.class, Need.path(id, BookingId::new));
  }

  /** With the guarantee of its space in the caller's language. */
  private Function<Booking, BookingView> said(Call call) {
    return booking -> {
      var space = lists.kept(call, Space.class, booking.space()).word();
      return BookingView.of(
          booking, Optional.of(Guarantees.of(space.truth(), call.caller().language())));
    };
  }
}
