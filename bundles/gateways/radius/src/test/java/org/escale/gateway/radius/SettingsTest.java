package org.escale.gateway.radius;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.spi.gateway.GatewayException;
import org.junit.Test;

/** What an operator may say of gear, and what is refused by name. */
public class SettingsTest {
  private final Bench bench = new Bench();

  @Test
  public void whatIsWrongIsRefusedByName() {
    refused("profile is one of hostapd-8021x", Map.of("profile", "acme"));
    refused("setting radius-port is unknown", Map.of("radius-port", "1812"));
    refused("nas is an address", Map.of("nas", "gear.example"));
    refused("nas is an address", Map.of("nas", "300.1.1.1"));
    refused("secret has 16 to 128 characters", Map.of("secret", "short"));
    refused("proxy is true or false", Map.of("proxy", "perhaps"));
    refused("access-port is 0 to 65535", Map.of("access-port", "65536"));
    refused("accounting-port is 0 to 65535", Map.of("accounting-port", "x"));
    refused("disconnect-address is an address", Map.of("disconnect-address", "gear.example"));
    refused("tls-keys is missing", Map.of("tls-subject", "box-1"));
    var tls = Map.of("tls-keys", "/nowhere", "tls-subject", "box-1");
    refused("one of tls-fingerprint and tls-subject", Map.of("tls-keys", "/nowhere"));
    refused("tls-subject has 1 to 64", with(tls, "tls-subject", "a,CN=b"));
    refused("tls-port is 0 to 65535", with(tls, "tls-port", "99999"));
    refused("tls-fingerprint is 64", Map.of("tls-keys", "/nowhere", "tls-fingerprint", "AA:BB"));
  }

  @Test
  public void aRefusalNeverNamesTheSecret() {
    var wrong = bench.config("hostapd-8021x", Map.of("secret", "tooshort"));
    var said = assertThrows(GatewayException.class, () -> NasSettings.of(wrong.settings()));
    assertFalse(said.getMessage(), said.getMessage().contains("tooshort"));
    assertFalse(wrong.toString(), wrong.toString().contains("tooshort"));
  }

  @Test
  public void eachProfileCanBeReadAndNoneTellsMoreOftenThanGearObeys() throws GatewayException {
    for (var name : Profile.names()) {
      var profile = Profile.of(name);
      assertFalse(name, profile.interim().compareTo(Duration.ofSeconds(60)) < 0);
      assertEquals(name, 12, profile.address().replaceAll("[^xX]", "").length());
      assertTrue(name, profile.port() > 0 || profile.lease().toSeconds() > 0);
    }
  }

  @Test
  public void addressesAreReadInAnyWayAndWrittenInTheGears() {
    for (var text : new String[] {"02-AA-bb-00-11-22", "02:aa:bb:00:11:22", "02aa.bb00.1122"}) {
      assertEquals(Optional.of("02aabb001122"), HardwareAddress.of(text));
    }
    for (var text : new String[] {"", "02aabb0011", "02aabb00112g", "00-00-00-00-00-00"}) {
      assertEquals(Optional.empty(), HardwareAddress.of(text));
    }
    assertEquals("02:AA:BB", HardwareAddress.as("XX:XX:XX", "02aabb"));
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    var more = new HashMap<>(map);
    more.put(name, value);
    return more;
  }

  private void refused(String why, Map<String, String> more) {
    var config = bench.config("hostapd-8021x", more);
    var said = assertThrows(GatewayException.class, () -> NasSettings.of(config.settings()));
    assertTrue(said.getMessage(), said.getMessage().startsWith(why));
  }
}
