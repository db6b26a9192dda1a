package org.escale.libraries.boxfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Map;

/**
 * hostapd (2.10 and later): 802.1X, or one pass phrase for each person. A device is let in with the
 * VLAN of its company or not at all; two devices never talk past the bridge, where the wall stands.
 */
final class HostapdFiles {
  private static final int FIRST_DISCONNECT_PORT = 3799;
  private static final String COMMON =
      """
      interface=%s
      driver=nl80211
      ctrl_interface=/run/hostapd
      ssid2=%s
      utf8_ssid=1
      country_code=BE
      ieee80211d=1
      hw_mode=%s
      channel=%d
      ieee80211n=1
      wmm_enabled=1
      ap_isolate=1
      auth_algs=1
      nas_identifier=%s
      own_ip_addr=127.0.0.1
      auth_server_addr=127.0.0.1
      auth_server_port=1812
      auth_server_shared_secret=%s
      acct_server_addr=127.0.0.1
      acct_server_port=1813
      acct_server_shared_secret=%6$s
      radius_acct_interim_interval=60
      radius_das_port=%d
      radius_das_client=127.0.0.1 %6$s
      radius_das_time_window=300
      radius_das_require_event_timestamp=1
      radius_das_require_message_authenticator=1
      dynamic_vlan=2
      vlan_naming=0
      vlan_bridge=seg
      vlan_file=%s
      wpa=2
      rsn_pairwise=CCMP
      """;
  private static final String NAME_AND_KEY =
      """
      wpa_key_mgmt=WPA-EAP WPA-EAP-SHA256
      ieee8021x=1
      ieee80211w=1
      """;
  private static final String PERSONAL_KEY =
      """
      wpa_key_mgmt=WPA-PSK
      macaddr_acl=2
      wpa_psk_radius=2
      """;

  private HostapdFiles() {}

  static Map<String, String> of(BoxFacts facts, Wlan wlan) {
    var stem = BoxFiles.HOSTAPD + wlan.device();
    return Map.of(stem + ".conf", conf(facts, wlan), stem + ".vlan", vlans(facts, wlan));
  }

  /** The name in the air goes in as hexadecimal digits: no quote and no line break can end it. */
  private static String conf(BoxFacts facts, Wlan wlan) {
    var common =
        COMMON.formatted(
            wlan.device(),
            HexFormat.of().formatHex(wlan.ssid().getBytes(UTF_8)),
            wlan.fast() ? "a" : "g",
            wlan.channel(),
            facts.box(),
            Reference.RADIUS_SECRET.text(),
            FIRST_DISCONNECT_PORT + facts.wlans().indexOf(wlan),
            Reference.FILES.text() + "/" + BoxFiles.HOSTAPD + wlan.device() + ".vlan");
    return BoxFiles.head(facts)
        + common
        + (wlan.proof() == Wlan.Proof.NAME_AND_KEY ? NAME_AND_KEY : PERSONAL_KEY);
  }

  private static String vlans(BoxFacts facts, Wlan wlan) {
    return BoxFiles.head(facts)
        + BoxFiles.each(facts, s -> s.number() + " " + wlan.device(s) + " " + s.bridge() + "\n");
  }
}
