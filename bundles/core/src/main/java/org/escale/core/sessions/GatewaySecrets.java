package org.escale.core.sessions;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escale.access.InstalledGateway;
import org.escale.spi.store.Vault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the secrets among the settings of gateways encrypted; safe for many threads. */
@Component(service = GatewaySecrets.class)
public final class GatewaySecrets {
  private final Vault vault;

  /** With that vault. */
  @Activate
  public GatewaySecrets(@Reference Vault vault) {
    this.vault = vault;
  }

  /** The row as it may be kept; a secret that comes back as it was kept stays as it was. */
  public InstalledGateway sealed(InstalledGateway row, Optional<InstalledGateway> before) {
    var old = before.map(InstalledGateway::settings).orElse(Map.of());
    return row.with(
        row.settings().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> {
                      var plain =
                          !InstalledGateway.secret(e.getKey())
                              || e.getValue().equals(old.get(e.getKey()));
                      return plain ? e.getValue() : vault.seal(e.getValue());
                    })));
  }

  /**
   * A setting in clear.
   *
   * @throws IllegalArgumentException if it is a secret that was not encrypted here
   */
  String open(String name, String value) {
    return InstalledGateway.secret(name) ? vault.open(value) : value;
  }
}
