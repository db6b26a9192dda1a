package org.escale.rest.adapter;

import static org.escale.caller.Operation.OPERATE;

import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.rest.adapter.KindViews.KindView;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.service.Onboarding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which kinds of systems can be connected, and what each has to be told. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = KindsResource.class, property = Door.RESOURCE)
public final class KindsResource {
  private final Onboarding onboarding;

  /** With what knows them. */
  @Activate
  public KindsResource(@Reference Onboarding onboarding) {
    this.onboarding = onboarding;
  }

  /** The kinds. */
  @GET
  @Path("adapters/kinds")
  @Does(
      value = "The kinds of systems that can be connected now, and the settings that each wants",
      as = OPERATE,
      gives = KindView.class,
      many = true)
  public Response list(@Context Call call) {
    var kinds = Call.done(onboarding.kinds(call.caller()));
    return Answers.all(kinds.stream().map(KindView::of).toList());
  }
}
