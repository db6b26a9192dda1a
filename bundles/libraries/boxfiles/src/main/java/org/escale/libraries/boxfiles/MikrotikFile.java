package org.escale.libraries.boxfiles;

import java.util.stream.Collectors;

/** RouterOS 7 with the wifi package: for {@code /import}. */
final class MikrotikFile {
  private MikrotikFile() {}

  static String of(BoxFacts facts, String radius) {
    return BoxFiles.head(facts)
        + """
        # %s
        /radius add service=wireless address=%s secret="@{radius-secret}" require-message-auth=yes-for-request-resp
        /radius incoming set accept=yes port=3799
        /interface bridge add name=escale vlan-filtering=yes
        /ip dhcp-server option add name=captive-portal code=114 value="'%s'"
        """
            .formatted(ForeignGear.UNTRIED, radius, facts.hub().portal())
        + BoxFiles.each(
            facts,
            s -> "/interface bridge vlan add bridge=escale vlan-ids=%d\n".formatted(s.number()))
        + facts.wlans().stream().map(MikrotikFile::wlan).collect(Collectors.joining());
  }

  private static String wlan(Wlan wlan) {
    var eap = wlan.proof() == Wlan.Proof.NAME_AND_KEY;
    return """
        /interface wifi security add name=escale-%1$s authentication-types=%2$s
        /interface wifi datapath add name=escale-%1$s bridge=escale client-isolation=yes
        /interface wifi configuration add name=escale-%1$s ssid=%3$s security=escale-%1$s datapath=escale-%1$s
        """
            .formatted(wlan.device(), eap ? "wpa2-eap" : "wpa2-psk", quoted(wlan.ssid()))
        + (eap ? "" : "/interface wifi access-list add action=query-radius\n");
  }

  /** A text in quotes, in which RouterOS puts no variable and runs no command. */
  static String quoted(String text) {
    return "\"" + text.replaceAll("[\\\\\"$?\\[]", "\\\\$0") + "\"";
  }
}
