package org.escale.gateway.portal;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.escale.access.AccessGrant;

/**
 * CoovaChilli's way (UAM): it sends a challenge, and the device brings back the CHAP answer to it,
 * made with the key, which chilli shows its RADIUS server. The key itself never comes to chilli.
 */
record Chilli(PortalSettings settings) implements Box {

  @Override
  public Optional<Arrival> arrival(Map<String, String> query) {
    var challenge = query.getOrDefault("challenge", "");
    var ip = query.getOrDefault("ip", "");
    if (!challenge.matches("[0-9a-fA-F]{32}") || !ip.matches("[0-9a-f.:]{0,45}")) {
      return Optional.empty();
    }
    return Macs.read(query.getOrDefault("mac", "")).map(mac -> new Arrival(mac, ip, challenge));
  }

  @Override
  public Optional<String> door(Arrival device, AccessGrant grant, String next) {
    return Optional.of(
        "http://%s/logon?username=%s&response=%s&userurl=%s"
            .formatted(
                settings.address(),
                encoded(grant.person().value()),
                answer(device.challenge(), grant.key()),
                encoded(next)));
  }

  @Override
  public String exit() {
    return "http://" + settings.address() + "/logoff";
  }

  /** MD5 of identifier 0, the key, and MD5 of the challenge with the secret shared with chilli. */
  private String answer(String challenge, String key) {
    var seen = Digests.md5(joined(HexFormat.of().parseHex(challenge), bytes(settings.secret())));
    return HexFormat.of().formatHex(Digests.md5(joined(new byte[1], bytes(key), seen)));
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
