package org.escale.libraries.boxfiles;

import java.util.stream.Collectors;

/** OpenWrt 23.05 with the full hostapd: for {@code uci import wireless}. */
final class OpenWrtFile {
  private static final String WLAN =
      """

      config wifi-iface 'escale_%1$s'
      	option device 'radio%2$d'
      	option mode 'ap'
      	option ifname '%1$s'
      	option ssid %3$s
      	option isolate '1'
      	option dynamic_vlan '2'
      	option vlan_bridge 'seg'
      	option vlan_naming '0'
      	option auth_server '%4$s'
      	option auth_secret '@{radius-secret}'
      	option acct_server '%4$s'
      	option acct_secret '@{radius-secret}'
      	option acct_interval '60'
      	option nasid '%5$s'
      """;
  private static final String NAME_AND_KEY =
      """
      	option encryption 'wpa2+ccmp'
      	option dae_client '%s'
      	option dae_secret '@{radius-secret}'
      """;
  // The script of OpenWrt writes accounting and disconnect for EAP only: the rest goes in by hand
  private static final String PERSONAL_KEY =
      """
      	option encryption 'psk2+ccmp'
      	option ppsk '1'
      	list hostapd_bss_options 'acct_server_addr=%1$s'
      	list hostapd_bss_options 'acct_server_shared_secret=@{radius-secret}'
      	list hostapd_bss_options 'radius_acct_interim_interval=60'
      	list hostapd_bss_options 'radius_das_port=3799'
      	list hostapd_bss_options 'radius_das_client=%1$s @{radius-secret}'
      """;

  private OpenWrtFile() {}

  static String of(BoxFacts facts, String radius) {
    return BoxFiles.head(facts)
        + "# "
        + ForeignGear.UNTRIED
        + "\n"
        + facts.wlans().stream()
            .map(wlan -> wlan(facts, wlan, radius))
            .collect(Collectors.joining());
  }

  private static String wlan(BoxFacts facts, Wlan wlan, String radius) {
    var device = facts.wlans().indexOf(wlan);
    var common = WLAN.formatted(wlan.device(), device, quoted(wlan.ssid()), radius, facts.box());
    var proof = wlan.proof() == Wlan.Proof.NAME_AND_KEY ? NAME_AND_KEY : PERSONAL_KEY;
    return common + proof.formatted(radius);
  }

  /** As a shell quotes: only the quote itself ends it. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
