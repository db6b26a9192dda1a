package org.escale.rest.client;

import static org.escale.caller.Operation.BOOKING_READ;
import static org.escale.caller.Operation.CLIENT_READ;
import static org.escale.caller.Operation.CLIENT_WRITE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.escale.booking.Booking;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pass;
import org.escale.presence.Visit;
import org.escale.refusal.Outcome;
import org.escale.rest.booking.BookingView;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.rest.client.ClientViews.MemberView;
import org.escale.rest.client.ClientViews.PassView;
import org.escale.rest.presence.UsageView;
import org.escale.service.Clients;
import org.escale.service.Lookup;
import org.escale.word.Page;
import org.escale.word.Query;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One person: whether employed, all that is kept about it, and its erasure. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = MembersResource.class, property = Door.RESOURCE)
public final class MembersResource {
  private final Clients clients;
  private final Lookup lookup;

  /** With what changes and what reads. */
  @Activate
  public MembersResource(@Reference Clients clients, @Reference Lookup lookup) {
    this.clients = clients;
    this.lookup = lookup;
  }

  /** Whether the link between employer and person holds. */
  public record EmploymentOrder(Optional<Boolean> employed) {}

  /** A visit in an export: when and where. */
  public record StayView(String id, String centreId, String from, Optional<String> to) {
    static StayView of(Visit v) {
      return new StayView(
          v.id().value(),
          v.centre().value(),
          v.startedAt().toString(),
          v.closing().map(c -> c.at().toString()));
    }
  }

  /** All that is kept about a person, as far as the caller may see it. */
  public record ExportView(
      MemberView member,
      List<BookingView> bookings,
      List<StayView> visits,
      List<UsageView> usage,
      List<PassView> passes) {}

  /** The pseudonym that stays when a person is erased. */
  public record ErasedView(String id) {}

  /** One person. */
  @GET
  @Path("members/{id}")
  @Does(value = "One person", as = CLIENT_READ, gives = MemberView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    var member = Need.path(id, MemberId::new);
    return Answers.one(Call.done(lookup.get(call.caller(), Member.class, member)), MemberView::of);
  }

  /** Ends or renews the employment. */
  @POST
  @Path("members/{id}/employment")
  @Does(
      value = "End or renew the link between employer and person, from now on, everywhere",
      as = CLIENT_WRITE,
      gives = MemberView.class)
  public Response employ(@Context Call call, @PathParam("id") String id, EmploymentOrder order) {
    boolean employed = Need.present("employed", order.employed());
    var member = Need.path(id, MemberId::new);
    return Answers.one(Call.done(clients.employ(call.caller(), member, employed)), MemberView::of);
  }

  /** Exports. */
  @GET
  @Path("members/{id}/export")
  @Does(
      value = "All that is kept about a person, as far as the caller may see it",
      as = {CLIENT_READ, BOOKING_READ},
      gives = ExportView.class)
  public Response export(@Context Call call, @PathParam("id") String id) {
    var found = lookup.get(call.caller(), Member.class, Need.path(id, MemberId::new));
    var member = Call.done(found).word();
    var query = Query.where("guest", member.pseudonym().value());
    return Response.ok(
            new ExportView(
                MemberView.of(member),
                all(call, Booking.class, query, BookingView::of),
                all(call, Visit.class, query, StayView::of),
                all(call, UsageRecord.class, query, UsageView::of),
                all(call, Pass.class, query, PassView::of)))
        .build();
  }

  /** Erases. */
  @POST
  @Path("members/{id}/erase")
  @Does(
      value = "Erase a person: the pseudonym stays, everything that says who it is goes",
      as = CLIENT_WRITE,
      gives = ErasedView.class)
  public Response erase(@Context Call call, @PathParam("id") String id) {
    var erased = Call.done(clients.erase(call.caller(), Need.path(id, MemberId::new)));
    return Response.ok(new ErasedView(erased.value())).build();
  }

  private <W extends Word, T> List<T> all(
      Call call, Class<W> kind, Query query, Function<W, T> view) {
    var all = new ArrayList<T>();
    var next = query;
    while (lookup.list(call.caller(), kind, next) instanceof Outcome.Done<Page<W>> page) {
      page.value().items().forEach(kept -> all.add(view.apply(kept.word())));
      if (page.value().next().isEmpty()) {
        return all;
      }
      next = query.after(page.value().next().getAsLong());
    }
    return all;
  }
}
