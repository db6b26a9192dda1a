package org.escale.rest.presence;

import static org.escale.caller.Operation.USAGE_ANSWER;
import static org.escale.caller.Operation.USAGE_DISPUTE;
import static org.escale.caller.Operation.USAGE_READ;

import java.time.Instant;
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
import org.escale.billing.Dispute;
import org.escale.billing.UsageRecordId;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.service.Metering;
import org.escale.word.Reader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Usage records that somebody says are wrong; they stay until they are corrected by others. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = DisputesResource.class, property = Door.RESOURCE)
public final class DisputesResource {
  private static final int LONGEST = 2000;
  private final Metering metering;
  private final Lists lists;

  /** With what meters and what reads. */
  @Activate
  public DisputesResource(@Reference Metering metering, @Reference Lists lists) {
    this.metering = metering;
    this.lists = lists;
  }

  /** Why, 1 to 2000 characters. */
  public record ReasonOrder(Optional<String> reason) {
    String text() {
      return Need.text("reason", reason, LONGEST);
    }
  }

  /** A centre, company or network. */
  public record PartyView(Reader.Kind kind, String id) {
    static PartyView of(Reader reader) {
      return new PartyView(reader.kind(), reader.of());
    }
  }

  /**
   * A disputed record.
   *
   * @param by who disputes; a company by its pseudonym
   * @param answerer who answers: the network that charges, or the centre for its own client
   * @param answer why it was rejected
   * @param correctionId the last record of the correction
   */
  public record DisputeView(
      String usageRecordId,
      Dispute.State state,
      PartyView by,
      PartyView answerer,
      String reason,
      Instant since,
      Optional<Instant> answeredAt,
      Optional<String> answer,
      Optional<String> correctionId) {
    static DisputeView of(Dispute d) {
      return new DisputeView(
          d.usage().value(),
          d.state(),
          PartyView.of(d.by()),
          PartyView.of(d.answerer()),
          d.reason(),
          d.since(),
          d.answer().map(Dispute.Answer::at),
          d.answer().map(Dispute.Answer::reason).filter(text -> !text.isEmpty()),
          d.answer().flatMap(Dispute.Answer::correction).map(UsageRecordId::value));
    }
  }

  /** The disputes. */
  @GET
  @Path("disputes")
  @Does(
      value = "Disputed usage records that the caller may see, selected by when they were disputed",
      as = USAGE_READ,
      filters = {"state"},
      query = {"from", "to"},
      gives = DisputeView.class,
      many = true,
      pages = true)
  public Response list(@Context Call call) {
    call.params().text("state").ifPresent(s -> Need.one("state", Dispute.State.class, s));
    return lists.page(call, Dispute.class, DisputeView::of);
  }

  /** One dispute. */
  @GET
  @Path("usage-records/{id}/dispute")
  @Does(
      value = "The dispute of a usage record: its state, why, by whom, and the answer",
      as = USAGE_READ,
      gives = DisputeView.class)
  public Response get(@Context Call call, @PathParam("id") String id) {
    return lists.one(call, Dispute.class, Need.path(id, UsageRecordId::new), DisputeView::of);
  }

  /** Disputes. */
  @POST
  @Path("usage-records/{id}/dispute")
  @Does(
      value = "Say that a usage record is wrong, as its company or centre; once",
      as = USAGE_DISPUTE,
      gives = DisputeView.class,
      status = 201)
  public Response dispute(@Context Call call, @PathParam("id") String id, ReasonOrder order) {
    var record = Need.path(id, UsageRecordId::new);
    var kept = Call.done(metering.dispute(call.caller(), record, order.text()));
    return Answers.made(kept, DisputeView::of, "usage-records/" + record + "/dispute");
  }

  /** Rejects. */
  @POST
  @Path("usage-records/{id}/dispute/reject")
  @Does(
      value = "Let a disputed record stand and say why; the other answer is to correct it",
      as = USAGE_ANSWER,
      gives = DisputeView.class)
  public Response reject(@Context Call call, @PathParam("id") String id, ReasonOrder order) {
    var record = Need.path(id, UsageRecordId::new);
    return Answers.one(
        Call.done(metering.reject(call.caller(), record, order.text())), DisputeView::of);
  }
}
