package org.escale.core.sessions;

import java.util.stream.Collectors;
import org.escale.access.InstalledGateway;
import org.escale.spi.gateway.GatewayConfig;
import org.escale.spi.gateway.GatewayHost;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What each gateway is given: its configuration in clear, and the platform as it may see it. */
@Component(service = Hosts.class)
public final class Hosts {
  private final Grants grants;
  private final Devices devices;
  private final GatewayReports reports;
  private final GatewayNotes notes;
  private final GatewaySecrets secrets;

  /** Of these parts. */
  @Activate
  public Hosts(
      @Reference Grants grants,
      @Reference Devices devices,
      @Reference GatewayReports reports,
      @Reference GatewayNotes notes,
      @Reference GatewaySecrets secrets) {
    this.grants = grants;
    this.devices = devices;
    this.reports = reports;
    this.notes = notes;
    this.secrets = secrets;
  }

  /** The platform as the gateways of that centre see it. */
  public GatewayHost of(InstalledGateway row) {
    return new CentreHost(row.centre(), grants, devices, reports, notes);
  }

  /**
   * What the driver is told.
   *
   * @throws IllegalArgumentException if a secret was not encrypted here
   */
  GatewayConfig config(InstalledGateway row) {
    var settings =
        row.driving().entrySet().stream()
            .collect(
                Collectors.toMap(e -> e.getKey(), e -> secrets.open(e.getKey(), e.getValue())));
    return new GatewayConfig(row.id(), row.centre(), settings);
  }
}
