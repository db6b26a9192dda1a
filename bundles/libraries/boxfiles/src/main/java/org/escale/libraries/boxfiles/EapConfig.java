package org.escale.libraries.boxfiles;

import java.time.temporal.ChronoUnit;

/** EAP metadata, by which geteduroam sets up Android, Windows and Linux. */
final class EapConfig {
  private static final int TTLS = 21;
  private static final int PAP = 1;
  private static final String TEXT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <EAPIdentityProviderList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="eap-metadata.xsd">
      <EAPIdentityProvider ID="%s" namespace="urn:RFC4282:realm" version="1">
      <ValidUntil>%s</ValidUntil>
      <AuthenticationMethods>
      <AuthenticationMethod>
      <EAPMethod><Type>%d</Type></EAPMethod>
      <ServerSideCredential>
      <CA format="X.509" encoding="base64">%s</CA>
      <ServerID>%s</ServerID>
      </ServerSideCredential>
      <ClientSideCredential>
      <OuterIdentity>%s</OuterIdentity>
      <UserName>%s</UserName>
      <Password>%s</Password>
      </ClientSideCredential>
      <InnerAuthenticationMethod>
      <NonEAPAuthMethod><Type>%d</Type></NonEAPAuthMethod>
      </InnerAuthenticationMethod>
      </AuthenticationMethod>
      </AuthenticationMethods>
      <CredentialApplicability>
      <IEEE80211><SSID>%s</SSID><MinRSNProto>CCMP</MinRSNProto></IEEE80211>
      </CredentialApplicability>
      <ProviderInfo><DisplayName>%10$s</DisplayName></ProviderInfo>
      </EAPIdentityProvider>
      </EAPIdentityProviderList>
      """;

  private EapConfig() {}

  static String of(DeviceNetwork network, DeviceNetwork.Login login) {
    var tunnel = network.tunnel();
    return TEXT.formatted(
        tunnel.realm().isEmpty() ? tunnel.server() : tunnel.realm(),
        login.until().truncatedTo(ChronoUnit.SECONDS),
        TTLS,
        tunnel.certificate(),
        tunnel.server(),
        tunnel.anonymous(),
        Checked.xml(login.identity()),
        Checked.xml(login.key()),
        PAP,
        Checked.xml(network.ssid()));
  }
}
