package org.escale.libraries.boxfiles;

import java.util.function.Function;
import java.util.stream.Collectors;

/** What the controllers of UniFi and Omada are told over their own APIs, as one document each. */
final class ControllerFiles {
  private ControllerFiles() {}

  /** UniFi Network 8: bodies for {@code rest/radiusprofile, rest/networkconf, rest/wlanconf}. */
  static String unifi(BoxFacts facts, String radius) {
    return """
        {
          "_comment": "%1$s",
          "radiusprofile": [
            {"name": "escale", "vlan_enabled": true, "vlan_wlan_mode": "required",
             "auth_servers": [{"ip": "%2$s", "port": 1812, "x_secret": "@{radius-secret}"}],
             "acct_servers": [{"ip": "%2$s", "port": 1813, "x_secret": "@{radius-secret}"}],
             "accounting_enabled": true, "interim_update_enabled": true, "interim_update_interval": 60}
          ],
          "networkconf": [
        %3$s
          ],
          "wlanconf": [
        %4$s
          ]
        }
        """
        .formatted(
            ForeignGear.UNTRIED,
            radius,
            segments(
                facts, "    {\"name\": \"seg%1$d\", \"purpose\": \"vlan-only\", \"vlan\": %1$d}"),
            wlans(facts, ControllerFiles::unifi));
  }

  /** Omada Controller 5: bodies for its open API's RADIUS profiles, LAN networks and SSIDs. */
  static String omada(BoxFacts facts, String radius) {
    return """
        {
          "_comment": "%1$s",
          "radiusProfile": {"name": "escale", "authIp": "%2$s", "authPort": 1812, "authSecret": "@{radius-secret}",
            "accountingEnable": true, "acctIp": "%2$s", "acctPort": 1813, "acctSecret": "@{radius-secret}",
            "interimUpdate": true, "interimUpdateInterval": 60, "vlanAssign": true, "coaEnable": true},
          "networks": [
        %3$s
          ],
          "ssids": [
        %4$s
          ]
        }
        """
        .formatted(
            ForeignGear.UNTRIED,
            radius,
            segments(facts, "    {\"name\": \"seg%1$d\", \"purpose\": \"vlan\", \"vlanId\": %1$d}"),
            wlans(facts, ControllerFiles::omada));
  }

  /** A text in quotes, as JSON has it. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String unifi(Wlan wlan) {
    var security =
        wlan.proof() == Wlan.Proof.NAME_AND_KEY
            ? "\"security\": \"wpaeap\""
            : "\"security\": \"wpapsk\", \"radius_macacl_required\": true";
    return "    {\"name\": "
        + quoted(wlan.ssid())
        + ", "
        + security
        + ", \"wpa_mode\": \"wpa2\", \"l2_isolation\": true, \"radius_das_enabled\": true,"
        + " \"radiusprofile\": \"escale\"}";
  }

  private static String omada(Wlan wlan) {
    return "    {\"name\": "
        + quoted(wlan.ssid())
        + ", \"security\": "
        + (wlan.proof() == Wlan.Proof.NAME_AND_KEY ? "\"wpaEnterprise\"" : "\"ppskWithRadius\"")
        + ", \"guestNetEnable\": true, \"radiusProfile\": \"escale\"}";
  }

  private static String segments(BoxFacts facts, String shape) {
    return facts.segments().stream()
        .map(segment -> shape.formatted(segment.number()))
        .collect(Collectors.joining(",\n"));
  }

  private static String wlans(BoxFacts facts, Function<Wlan, String> shape) {
    return facts.wlans().stream().map(shape).collect(Collectors.joining(",\n"));
  }
}
