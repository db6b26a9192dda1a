package org.escale.libraries.boxfiles;

import java.time.temporal.ChronoUnit;

/** A configuration profile for iOS, iPadOS and macOS: the network, and the authority it trusts. */
final class AppleProfile {
  private static final int TTLS = 21;
  private static final String TEXT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <plist version="1.0">
      <dict>
      %s<key>PayloadDisplayName</key><string>%s</string>
      <key>RemovalDate</key><date>%s</date>
      <key>PayloadContent</key>
      <array>
      <dict>
      %s<key>PayloadContent</key><data>%s</data>
      </dict>
      <dict>
      %s<key>SSID_STR</key><string>%s</string>
      <key>HIDDEN_NETWORK</key><false/>
      <key>AutoJoin</key><true/>
      <key>EncryptionType</key><string>WPA2</string>
      <key>EAPClientConfiguration</key>
      <dict>
      <key>AcceptEAPTypes</key><array><integer>%d</integer></array>
      <key>TTLSInnerAuthentication</key><string>PAP</string>
      <key>OuterIdentity</key><string>%s</string>
      <key>UserName</key><string>%s</string>
      <key>UserPassword</key><string>%s</string>
      <key>TLSMinimumTLSVersion</key><string>1.2</string>
      <key>TLSTrustedServerNames</key><array><string>%s</string></array>
      <key>PayloadCertificateAnchorUUID</key><array><string>%s</string></array>
      </dict>
      </dict>
      </array>
      </dict>
      </plist>
      """;
  private static final String HEAD =
      """
      <key>PayloadType</key><string>%1$s</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>org.escale.%2$s</string>
      <key>PayloadUUID</key><string>%2$s</string>
      """;

  private AppleProfile() {}

  static String of(DeviceNetwork network, DeviceNetwork.Login login) {
    var tunnel = network.tunnel();
    var trusted = network.uuid("authority", login).toString();
    return TEXT.formatted(
        HEAD.formatted("Configuration", network.uuid("profile", login)),
        Checked.xml(network.ssid()),
        login.until().truncatedTo(ChronoUnit.SECONDS),
        HEAD.formatted("com.apple.security.root", trusted),
        tunnel.certificate(),
        HEAD.formatted("com.apple.wifi.managed", network.uuid("wifi", login)),
        Checked.xml(network.ssid()),
        TTLS,
        Checked.xml(tunnel.anonymous()),
        Checked.xml(login.identity()),
        Checked.xml(login.key()),
        Checked.xml(tunnel.server()),
        trusted);
  }
}
