package org.escale.rest.presence;

import static org.escale.caller.Operation.SESSION_KEY;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.presence.VisitId;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.rest.problem.RefusedException;
import org.escale.service.DeviceSetups;
import org.escale.service.DeviceSetups.Format;
import org.escale.service.DeviceSetups.Proof;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a person's own devices are told to join the networks on site. */
@Path("/")
@Component(service = DeviceSetupsResource.class, property = Door.RESOURCE)
public final class DeviceSetupsResource {
  private static final String APPLE = "application/x-apple-aspen-config";
  private static final String EAP_CONFIG = "application/eap-config";

  private final DeviceSetups setups;

  /** With who writes them. */
  @Activate
  public DeviceSetupsResource(@Reference DeviceSetups setups) {
    this.setups = setups;
  }

  /** A file that sets a device up. */
  public record FileView(Format format, String name, String type, String text) {}

  /**
   * One network on site.
   *
   * @param scan what a device that scans it as a QR code joins by; holds the personal key
   * @param files those that set a device up for it, with the personal key
   */
  public record OnSiteView(String ssid, Proof proof, String scan, List<FileView> files) {
    /** As told. */
    public static OnSiteView of(DeviceSetups.Network network) {
      var files =
          network.files().entrySet().stream()
              .map(e -> new FileView(e.getKey(), name(e.getKey()), type(e.getKey()), e.getValue()))
              .toList();
      return new OnSiteView(network.ssid(), network.proof(), network.scan(), files);
    }

    /** Without the key. */
    @Override
    public String toString() {
      return "network " + proof;
    }
  }

  /** The networks. */
  @GET
  @Path("visits/{id}/session/networks")
  @Produces(MediaType.APPLICATION_JSON)
  @Does(
      value =
          "The networks where one's own visit is, each with the text of a QR code that joins it by"
              + " the personal key, and for 802.1X with files that set a device up",
      as = SESSION_KEY,
      gives = OnSiteView.class,
      many = true)
  public Response networks(@Context Call call, @PathParam("id") String id) {
    return Answers.all(onSite(call, id));
  }

  /** A file as its program takes it. */
  @GET
  @Path("visits/{id}/session/setup")
  @Produces(MediaType.WILDCARD)
  @Does(
      value =
          "One of those files as its program takes it: format (APPLE where left out) for network"
              + " (the first with 802.1X where left out)",
      as = SESSION_KEY,
      query = {"network", "format"})
  public Response setup(@Context Call call, @PathParam("id") String id) {
    var wanted = call.params().text("network");
    var format = Need.one("format", Format.class, call.params().text("format").orElse("APPLE"));
    return onSite(call, id).stream()
        .filter(network -> wanted.isEmpty() || wanted.get().equals(network.ssid()))
        .flatMap(network -> network.files().stream())
        .filter(file -> file.format() == format)
        .findFirst()
        .map(DeviceSetupsResource::file)
        .orElseThrow(() -> RefusedException.of(RefusalCode.NOT_FOUND));
  }

  private List<OnSiteView> onSite(Call call, String id) {
    var visit = new DeviceSetups.Session(Need.path(id, VisitId::new));
    return Call.done(setups.networks(call.caller(), visit)).stream().map(OnSiteView::of).toList();
  }

  private static Response file(FileView file) {
    return Response.ok(file.text(), file.type())
        .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
        .build();
  }

  private static String type(Format format) {
    return switch (format) {
      case APPLE -> APPLE;
      case EAP_CONFIG -> EAP_CONFIG;
      case WPA_SUPPLICANT -> MediaType.TEXT_PLAIN;
    };
  }

  private static String name(Format format) {
    return switch (format) {
      case APPLE -> "wifi.mobileconfig";
      case EAP_CONFIG -> "wifi.eap-config";
      case WPA_SUPPLICANT -> "wpa_supplicant.conf";
    };
  }
}
