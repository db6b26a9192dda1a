package org.escale.libraries.boxfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** A network block of wpa_supplicant; the authority stands in the same file. */
final class SupplicantText {
  private static final String TEXT =
      """
      network={
        ssid=%s
        key_mgmt=WPA-EAP WPA-EAP-SHA256
        ieee80211w=1
        eap=TTLS
        phase2="auth=PAP"
        anonymous_identity="%s"
        identity="%s"
        password="%s"
        ca_cert="blob://escale-authority"
        domain_match="%s"
      }
      blob-base64-escale-authority={
      %s
      }
      """;

  private SupplicantText() {}

  static String of(DeviceNetwork network, DeviceNetwork.Login login) {
    var tunnel = network.tunnel();
    return TEXT.formatted(
        HexFormat.of().formatHex(network.ssid().getBytes(UTF_8)),
        tunnel.anonymous(),
        login.identity(),
        login.key(),
        tunnel.server(),
        tunnel.certificate().replaceAll("(.{64})(?=.)", "$1\n"));
  }
}
