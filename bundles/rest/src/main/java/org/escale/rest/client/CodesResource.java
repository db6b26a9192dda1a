package org.escale.rest.client;

import static org.escale.caller.Operation.BADGE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.client.MemberId;
import org.escale.federation.CentreId;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.rest.presence.DeviceSetupsResource.OnSiteView;
import org.escale.service.DeviceSetups;
import org.escale.service.Reception;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The code that a member shows to a desk. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Component(service = CodesResource.class, property = Door.RESOURCE)
public final class CodesResource {
  private final Reception reception;
  private final DeviceSetups setups;

  /** With what receives, and what writes for devices. */
  @Activate
  public CodesResource(@Reference Reception reception, @Reference DeviceSetups setups) {
    this.reception = reception;
    this.setups = setups;
  }

  /**
   * To be shown as text or as a QR code until then, and once.
   *
   * @param networks those that a device joins by it; of a code for a centre alone
   */
  public record CodeView(String code, Instant until, List<OnSiteView> networks) {}

  /** A fresh one; or that for a centre whose line may be away. */
  @GET
  @Path("members/{id}/code")
  @Does(
      value =
          "A fresh check-in code of oneself: signed, good for 60 s and one check-in; with centre"
              + " the code by which that centre's box lets one in while its line is away, on that"
              + " day (on, today if absent) and once, and what its devices join its networks by",
      as = BADGE,
      query = {"centre", "on"},
      gives = CodeView.class)
  public Response code(@Context Call call, @PathParam("id") String id) {
    var member = Need.path(id, MemberId::new);
    var params = call.params();
    var on = params.text("on").map(day -> Need.read("on", day, LocalDate::parse));
    return Response.ok(
            params
                .id("centre", CentreId::new)
                .map(centre -> ofDay(call, new DeviceSetups.Code(member, centre, on)))
                .orElseGet(() -> view(Call.done(reception.badge(call.caller(), member)))))
        .build();
  }

  private static CodeView view(Reception.Badge badge) {
    return new CodeView(badge.code(), badge.until(), List.of());
  }

  private CodeView ofDay(Call call, DeviceSetups.Code by) {
    var caller = call.caller();
    var badge = Call.done(reception.lineCode(caller, by.member(), by.centre(), by.day()));
    var networks = Call.done(setups.networks(caller, by)).stream().map(OnSiteView::of).toList();
    return new CodeView(badge.code(), badge.until(), networks);
  }
}
