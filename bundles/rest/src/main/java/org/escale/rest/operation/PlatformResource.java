package org.escale.rest.operation;

import static org.escale.caller.Operation.DIRECTORY_WRITE;
import static org.escale.caller.Operation.OPERATE;

import java.util.List;
import java.util.Map;
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
import org.escale.access.GatewayId;
import org.escale.access.InstalledGateway;
import org.escale.federation.CentreId;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Lists;
import org.escale.rest.call.Need;
import org.escale.service.Directory;
import org.escale.service.Operations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The plug-ins and the gateways. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = PlatformResource.class, property = Door.RESOURCE)
public final class PlatformResource {
  private final Operations operations;
  private final Lists lists;
  private final Directory directory;

  /** With who operates, what reads and what changes. */
  @Activate
  public PlatformResource(
      @Reference Operations operations, @Reference Lists lists, @Reference Directory directory) {
    this.operations = operations;
    this.lists = lists;
    this.directory = directory;
  }

  /** A gateway; its settings stay inside, only their names are shown. */
  public record GatewayView(String id, String centreId, String driver, List<String> settings) {
    static GatewayView of(InstalledGateway g) {
      return new GatewayView(
          g.id().value(),
          g.centre().value(),
          g.driver(),
          g.settings().keySet().stream().sorted().toList());
    }
  }

  /** A gateway to be installed. */
  public record GatewayOrder(
      Optional<String> id,
      Optional<String> centreId,
      Optional<String> driver,
      Optional<Map<String, String>> settings) {}

  /** The plug-ins. */
  @GET
  @Path("plugins")
  @Does(
      value = "The plug-ins now here: calls, failures, and whether one is set aside",
      as = OPERATE,
      gives = Operations.PlugIn.class,
      many = true)
  public Response plugIns(@Context Call call) {
    return Answers.all(Call.done(operations.plugIns(call.caller())));
  }

  /** The gateways. */
  @GET
  @Path("gateways")
  @Does(
      value = "The gateways that the caller may see",
      as = {OPERATE, DIRECTORY_WRITE},
      filters = {"centreId"},
      gives = GatewayView.class,
      many = true,
      pages = true)
  public Response gateways(@Context Call call) {
    return lists.page(call, InstalledGateway.class, GatewayView::of);
  }

  /** One gateway. */
  @GET
  @Path("gateways/{id}")
  @Does(
      value = "One gateway",
      as = {OPERATE, DIRECTORY_WRITE},
      gives = GatewayView.class)
  public Response gateway(@Context Call call, @PathParam("id") String id) {
    var gateway = Need.path(id, GatewayId::new);
    return lists.one(call, InstalledGateway.class, gateway, GatewayView::of);
  }

  /** Installs a gateway. */
  @POST
  @Path("gateways")
  @Does(
      value = "Install a gateway in a centre",
      as = DIRECTORY_WRITE,
      gives = GatewayView.class,
      status = 201)
  public Response install(@Context Call call, GatewayOrder order) {
    var settings = order.settings().orElse(Map.of());
    Need.check("settings", settings.size() <= 50);
    var gateway =
        new InstalledGateway(
            Need.id("id", order.id(), GatewayId::new),
            Need.id("centreId", order.centreId(), CentreId::new),
            Need.text("driver", order.driver(), 64),
            settings);
    var kept = Call.done(directory.save(call.caller(), gateway, 0));
    return Answers.made(kept, GatewayView::of, "gateways/" + kept.word().id());
  }
}
