package org.escale.rest.box;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Request;
import javax.ws.rs.core.Response;
import org.escale.access.GatewayId;
import org.escale.rest.box.BoxViews.BeatBody;
import org.escale.rest.box.BoxViews.EnrolOrder;
import org.escale.rest.box.BoxViews.EnrolledView;
import org.escale.rest.box.BoxViews.KeptView;
import org.escale.rest.box.BoxViews.SeenBody;
import org.escale.rest.box.BoxViews.SignedOrder;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Json;
import org.escale.rest.call.Need;
import org.escale.rest.problem.RefusedException;
import org.escale.service.Boxes;
import org.escale.service.Boxes.Signed;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The door of the boxes themselves. After its enrolment a box signs each request (headers {@code
 * Box-Time} and {@code Box-Signature}, or the fields of an order), and what it is told is signed
 * ({@code Box-Signature}).
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = BoxDoorResource.class, property = Door.RESOURCE)
public final class BoxDoorResource {
  private static final String TIME = "Box-Time";
  private static final String SIGNATURE = "Box-Signature";
  private static final int LONGEST_SIGNATURE = 128;
  private static final int LONGEST_BODY = 500_000;

  private final Boxes boxes;

  /** With who knows them. */
  @Activate
  public BoxDoorResource(@Reference Boxes boxes) {
    this.boxes = boxes;
  }

  /** A box comes. */
  @POST
  @Path("gateways/enrol")
  @Does(
      value = "A box comes with its token and the public key that it made",
      anybody = true,
      gives = EnrolledView.class,
      status = 201)
  public Response enrol(EnrolOrder order) {
    var token = Need.text("token", order.token(), 64);
    var key = Need.text("publicKey", order.publicKey(), LONGEST_SIGNATURE);
    var enrolled = Call.done(boxes.enrol(token, key));
    return Response.status(Response.Status.CREATED)
        .entity(
            new EnrolledView(
                enrolled.box().value(),
                enrolled.centre().value(),
                enrolled.hubKey(),
                enrolled.certificate(),
                enrolled.authority()))
        .build();
  }

  /** What it is to do. */
  @GET
  @Path("gateways/{id}/config")
  @Produces(MediaType.TEXT_PLAIN)
  @Does(value = "The signed configuration of a box, for the box itself", anybody = true)
  public Response configuration(
      @Context Request request, @Context HttpHeaders headers, @PathParam("id") String id) {
    var asked = asked("GET /gateways/" + id + "/config", headers, id);
    return told(request, Call.done(boxes.configuration(asked)));
  }

  /** Who may go on. */
  @GET
  @Path("gateways/{id}/entitlements")
  @Produces(MediaType.TEXT_PLAIN)
  @Does(
      value = "Who may go on while the line of a box is away, signed, for the box itself",
      anybody = true)
  public Response entitlements(
      @Context Request request, @Context HttpHeaders headers, @PathParam("id") String id) {
    var asked = asked("GET /gateways/" + id + "/entitlements", headers, id);
    return told(request, Call.done(boxes.entitlements(asked)));
  }

  /** A fresh certificate. */
  @POST
  @Path("gateways/{id}/certificate")
  @Produces(MediaType.TEXT_PLAIN)
  @Does(
      value =
          "A fresh certificate for the key of a box, or for the one that it shows devices, signed,"
              + " for the box itself",
      anybody = true)
  public Response certificate(@PathParam("id") String id, SignedOrder order) {
    var asked = asked("POST /gateways/" + id + "/certificate", order, id);
    var signed = Call.done(boxes.certificate(asked));
    return Response.ok(signed.text()).header(SIGNATURE, signed.signature()).build();
  }

  /** What people put onto their devices. */
  @GET
  @Path("gateways/device-authority")
  @Produces(MediaType.TEXT_PLAIN)
  @Does(
      value = "The certificate by which devices know the boxes of this federation in 802.1X, PEM",
      anybody = true)
  public Response deviceAuthority() {
    return Response.ok(Call.done(boxes.deviceAuthority())).build();
  }

  /** A sign of life. */
  @POST
  @Path("gateways/{id}/beat")
  @Does(value = "A sign of life of a box, signed by it", anybody = true, status = 204)
  public Response beat(@PathParam("id") String id, SignedOrder order) {
    var asked = asked("POST /gateways/" + id + "/beat", order, id);
    var body = read(asked.body(), new TypeReference<BeatBody>() {});
    Call.done(boxes.beat(asked, body.beat()));
    return Response.noContent().build();
  }

  /** So many bytes towards the box as the body says. */
  @POST
  @Path("gateways/{id}/line/down")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Does(
      value = "Up to 1 MiB of noise, with which a box measures its line, for the box itself",
      anybody = true)
  public Response down(@PathParam("id") String id, SignedOrder order) {
    var asked = asked("POST /gateways/" + id + "/line/down", order, id);
    int bytes = Need.read("body", asked.body(), Integer::parseInt);
    var noise = new byte[Call.done(boxes.line(asked, bytes))];
    new SplittableRandom().nextBytes(noise);
    return Response.ok(noise).build();
  }

  /** And back: what the body is, is not looked at. */
  @POST
  @Path("gateways/{id}/line")
  @Does(value = "Noise of a box that measures its line, signed by it", anybody = true, status = 204)
  public Response up(@PathParam("id") String id, SignedOrder order) {
    var asked = asked("POST /gateways/" + id + "/line", order, id);
    Call.done(boxes.line(asked, asked.body().length()));
    return Response.noContent().build();
  }

  /** What it saw. */
  @POST
  @Path("gateways/{id}/events")
  @Does(
      value = "What a box saw, signed by it; each counts once however often it is told",
      anybody = true,
      gives = KeptView.class)
  public Response events(@PathParam("id") String id, SignedOrder order) {
    var asked = asked("POST /gateways/" + id + "/events", order, id);
    var body = read(asked.body(), new TypeReference<List<SeenBody>>() {});
    var kept = Call.done(boxes.seen(asked, body.stream().map(SeenBody::seen).toList()));
    return Response.ok(new KeptView(kept)).build();
  }

  /** What a box asks by headers. */
  static Boxes.Request asked(String what, HttpHeaders headers, String id) {
    var at = instant(String.valueOf(headers.getHeaderString(TIME)));
    var signature = String.valueOf(headers.getHeaderString(SIGNATURE));
    return new Boxes.Request(Need.path(id, GatewayId::new), at, what, "", signature);
  }

  private static Boxes.Request asked(String what, SignedOrder order, String id) {
    var signature = Need.text("signature", order.signature(), LONGEST_SIGNATURE);
    var body = Need.present("body", order.body());
    Need.check("body", body.length() <= LONGEST_BODY);
    var at = instant(Need.present("at", order.at()));
    return new Boxes.Request(Need.path(id, GatewayId::new), at, what, body, signature);
  }

  private static Instant instant(String text) {
    return Need.read("at", text, Instant::parse);
  }

  private static Response told(Request request, Signed signed) {
    var tag = new EntityTag(signed.digest());
    var unchanged = request.evaluatePreconditions(tag);
    var answer = unchanged == null ? Response.ok(signed.text()).tag(tag) : unchanged;
    return answer.header(SIGNATURE, signed.signature()).build();
  }

  private static <T> T read(String body, TypeReference<T> type) {
    try {
      return Json.mapper().readValue(body, type);
    } catch (JsonProcessingException e) {
      throw RefusedException.field("body");
    }
  }
}
