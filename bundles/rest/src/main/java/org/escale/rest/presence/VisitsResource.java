package org.escale.rest.presence;

import static java.util.Comparator.comparing;
import static org.escale.caller.Operation.SESSION_KEY;
import static org.escale.caller.Operation.VISIT_READ;
import static org.escale.caller.Operation.VISIT_WRITE;

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
import org.escale.access.Session;
import org.escale.booking.BookingId;
import org.escale.client.MemberId;
import org.escale.federation.CentreId;
import org.escale.presence.Endings;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.rest.client.People;
import org.escale.service.Lookup;
import org.escale.service.Reception;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks in and out; shows visits and their sessions. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = VisitsResource.class, property = Door.RESOURCE)
public final class VisitsResource {
  private static final int LONGEST_CODE = 512;
  private final Reception reception;
  private final Lookup lookup;
  private final Lists lists;
  private final People people;

  /** With what receives and what reads. */
  @Activate
  public VisitsResource(
      @Reference Reception reception,
      @Reference Lookup lookup,
      @Reference Lists lists,
      @Reference People people) {
    this.reception = reception;
    this.lookup = lookup;
    this.lists = lists;
    this.people = people;
  }

  /** Somebody arrives: with a booking, or walking in at a centre. */
  public record ArrivalOrder(
      Optional<String> bookingId,
      Optional<String> memberId,
      Optional<String> centreId,
      Optional<String> code) {
    Reception.Arrival arrival() {
      Need.check("bookingId", bookingId.isPresent() || centreId.isPresent() || code.isPresent());
      Need.check("code", code.isEmpty() || (bookingId.isEmpty() && memberId.isEmpty()));
      return new Reception.Arrival(
          bookingId.map(text -> Need.read("bookingId", text, BookingId::new)),
          memberId.map(text -> Need.read("memberId", text, MemberId::new)),
          centreId.map(text -> Need.read("centreId", text, CentreId::new)),
          code.map(text -> Need.text("code", Optional.of(text), LONGEST_CODE)));
    }
  }

  /** A session with its personal key, for its own person only. */
  public record KeyView(VisitView.SessionView session, String key) {}

  /** Checks in. */
  @POST
  @Path("visits")
  @Does(
      value =
          "Check in, with a booking, walking in at a centre, or by the code that a member shows",
      as = VISIT_WRITE,
      gives = VisitView.class,
      status = 201)
  public Response checkIn(@Context Call call, ArrivalOrder order) {
    var kept = Call.done(reception.checkIn(call.caller(), order.arrival()));
    return Answers.made(kept, visit -> view(call, visit), "visits/" + kept.word().id());
  }

  /** The visits. */
  @GET
  @Path("visits")
  @Does(
      value = "Visits that the caller may see, selected by their start",
      as = VISIT_READ,
      filters = {"centreId", "bookingId", "state"},
      query = {"memberId", "from", "to"},
      gives = VisitView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    var params = call.params();
    params.text("state").ifPresent(s -> Need.check("state", s.matches("OPEN|CLOSED")));
    return lists.page(
        call,
        Visit.class,
        people.filter(call),
        visit -> VisitView.of(visit, Optional.empty(), text(call, visit)));
  }

  /** One visit. */
  @GET
  @Path("visits/{id}")
  @Does(
      value = "One visit; a closed one says what ended it",
      as = VISIT_READ,
      gives = VisitView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    var visit = Need.path(id, VisitId::new);
    return lists.one(call, Visit.class, visit, word -> view(call, word));
  }

  /** Checks out. */
  @POST
  @Path("visits/{id}/checkout")
  @Does(
      value = "Check out; a visit that a rule had ended before answers with that end",
      as = VISIT_WRITE,
      gives = VisitView.class)
  public Response checkOut(@Context Call call, @PathParam("id") String id) {
    var visit = Need.path(id, VisitId::new);
    var kept = Call.done(reception.checkOut(call.caller(), visit));
    return Answers.one(kept, word -> view(call, word));
  }

  /** The session with its key. */
  @GET
  @Path("visits/{id}/session")
  @Does(
      value = "The session of one's own visit, with its personal key",
      as = SESSION_KEY,
      gives = KeyView.class)
  public Response session(@Context Call call, @PathParam("id") String id) {
    var key = Call.done(reception.key(call.caller(), Need.path(id, VisitId::new)));
    return Response.ok(new KeyView(VisitView.SessionView.of(key.session()), key.key())).build();
  }

  /** A fresh session with its key. */
  @POST
  @Path("visits/{id}/session")
  @Does(
      value =
          "Open a fresh session, with a fresh key, for one's own open visit whose session was"
              + " ended; one that still holds is the answer itself",
      as = SESSION_KEY,
      gives = KeyView.class)
  public Response freshSession(@Context Call call, @PathParam("id") String id) {
    var key = Call.done(reception.freshKey(call.caller(), Need.path(id, VisitId::new)));
    return Response.ok(new KeyView(VisitView.SessionView.of(key.session()), key.key())).build();
  }

  private VisitView view(Call call, Visit visit) {
    var query = Query.where("visitId", visit.id().value());
    var found = lookup.list(call.caller(), Session.class, query);
    Optional<Session> session =
        found instanceof Outcome.Done<Page<Session>> done
            ? done.value().items().stream().map(Kept::word).max(comparing(Session::from))
            : Optional.empty();
    return VisitView.of(visit, session, text(call, visit));
  }

  private static Optional<String> text(Call call, Visit visit) {
    return visit.closing().map(closing -> Endings.text(closing, call.caller().language()));
  }
}
