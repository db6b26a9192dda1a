package org.escale.rest.directory;

import static org.escale.caller.Operation.AFFILIATION_CONFIRM;
import static org.escale.caller.Operation.AFFILIATION_DECIDE;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.federation.AffiliationId;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.service.Affiliations;
import org.escale.service.Affiliations.Step;
import org.escale.service.Lookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes an affiliation from one step to the next. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = AffiliationStepsResource.class, property = Door.RESOURCE)
public final class AffiliationStepsResource {
  private final Affiliations affiliations;
  private final ShownTerms shown;

  /** With what decides and what reads. */
  @Activate
  public AffiliationStepsResource(@Reference Affiliations affiliations, @Reference Lookup lookup) {
    this.affiliations = affiliations;
    this.shown = new ShownTerms(lookup);
  }

  /** Sets a criterion aside until then, for that reason. */
  public record WaiverOrder(
      Optional<String> criterion, Optional<String> until, Optional<String> reason) {}

  /** The plan that mends what fails. */
  public record PlanOrder(Optional<String> plan) {}

  /** The centre's signature under the terms of that digest. */
  public record SignatureOrder(Optional<String> termsDigest) {}

  /** Looks at the criteria. */
  @POST
  @Path("affiliations/{id}/evaluate")
  @Does(
      value = "Look at every criterion now, and grade the labels",
      as = AFFILIATION_DECIDE,
      gives = AffiliationView.class)
  public Response evaluate(@Context Call call, @PathParam("id") String id) {
    var affiliation = Need.path(id, AffiliationId::new);
    return Answers.one(
        Call.done(affiliations.evaluate(call.caller(), affiliation)), shown.to(call));
  }

  /** Sets a criterion aside. */
  @POST
  @Path("affiliations/{id}/waive")
  @Does(
      value = "Set a criterion aside until a date, for a reason",
      as = AFFILIATION_DECIDE,
      gives = AffiliationView.class)
  public Response waive(@Context Call call, @PathParam("id") String id, WaiverOrder order) {
    var until = Need.instant("until", Need.present("until", order.until()));
    var exemption = new Affiliations.Exemption(until, Need.text("reason", order.reason(), 2000));
    var criterion = Need.text("criterion", order.criterion(), 64);
    var affiliation = Need.path(id, AffiliationId::new);
    var kept = Call.done(affiliations.waive(call.caller(), affiliation, criterion, exemption));
    return Answers.one(kept, shown.to(call));
  }

  /** Agrees a plan. */
  @POST
  @Path("affiliations/{id}/remedy")
  @Does(
      value = "Agree a plan that mends what fails",
      as = AFFILIATION_DECIDE,
      gives = AffiliationView.class)
  public Response remedy(@Context Call call, @PathParam("id") String id, PlanOrder order) {
    var plan = Need.text("plan", order.plan(), 2000);
    var affiliation = Need.path(id, AffiliationId::new);
    return Answers.one(
        Call.done(affiliations.remedy(call.caller(), affiliation, plan)), shown.to(call));
  }

  /** Signs. */
  @POST
  @Path("affiliations/{id}/confirm")
  @Does(
      value = "Sign for the centre under the terms that were read, named by their digest",
      as = AFFILIATION_CONFIRM,
      gives = AffiliationView.class)
  public Response confirm(@Context Call call, @PathParam("id") String id, SignatureOrder order) {
    var digest = Need.text("termsDigest", order.termsDigest(), 64);
    var affiliation = Need.path(id, AffiliationId::new);
    return Answers.one(
        Call.done(affiliations.confirm(call.caller(), affiliation, digest)), shown.to(call));
  }

  /** A step of the network. */
  @POST
  @Path("affiliations/{id}/{step: integrate|activate|suspend|end}")
  @Does(
      value = "Take a confirmed affiliation on: integrate, activate, suspend or end it",
      as = AFFILIATION_DECIDE,
      gives = AffiliationView.class)
  public Response step(
      @Context Call call, @PathParam("id") String id, @PathParam("step") String name) {
    var step = Need.one("step", Step.class, name.toUpperCase(java.util.Locale.ROOT));
    var affiliation = Need.path(id, AffiliationId::new);
    return Answers.one(
        Call.done(affiliations.step(call.caller(), affiliation, step)), shown.to(call));
  }
}
