package org.escale.rest.presence;

import static org.escale.caller.Operation.AUTHORISE;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.client.MemberId;
import org.escale.federation.CentreId;
import org.escale.presence.Authorisation;
import org.escale.refusal.Texts;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.service.Reception;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** May this member use this centre, and this extra, now? */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = AuthorisationsResource.class, property = Door.RESOURCE)
public final class AuthorisationsResource {
  private final Reception reception;

  /** With what receives. */
  @Activate
  public AuthorisationsResource(@Reference Reception reception) {
    this.reception = reception;
  }

  /** The question; {@code extra} is a kind of extra, {@code at} is now where left out. */
  public record QuestionOrder(
      Optional<String> memberId,
      Optional<String> centreId,
      Optional<String> extra,
      Optional<String> at) {
    Reception.Question question() {
      return new Reception.Question(
          Need.id("memberId", memberId, MemberId::new),
          Need.id("centreId", centreId, CentreId::new),
          extra.map(text -> Need.text("extra", Optional.of(text), 64)),
          at.map(text -> Need.instant("at", text)));
    }
  }

  /** A no of the law, with the sentence for a person. */
  public record RefusalView(String code, String text, Map<String, String> details) {}

  /** The answer: ALLOWED with limits, or REFUSED with the reason. */
  public record DecisionView(
      String decision,
      Optional<RefusalView> refusal,
      Optional<Instant> until,
      Map<String, String> limits) {
    static DecisionView of(Authorisation a, Call call) {
      var refusal =
          a.refusal()
              .map(
                  r ->
                      new RefusalView(
                          r.code().name(), Texts.of(r, call.caller().language()), r.details()));
      return new DecisionView(a.allowed() ? "ALLOWED" : "REFUSED", refusal, a.until(), a.limits());
    }
  }

  /** Answers. */
  @POST
  @Path("authorisations")
  @Does(
      value = "May this member use this centre, and this extra, now? 200 in both cases",
      as = AUTHORISE,
      gives = DecisionView.class)
  public Response ask(@Context Call call, QuestionOrder order) {
    var answer = Call.done(reception.authorise(call.caller(), order.question()));
    return Response.ok(DecisionView.of(answer, call)).build();
  }
}
