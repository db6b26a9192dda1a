package org.escale.gateway.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.escale.access.AccessGrant;

/**
 * openNDS 9: its query holds {@code hid}, a digest of the device's token, in base 64 (level 1) or
 * encrypted with AES-256-CBC (level 3); it lets in whom the digest of hid and secret is told for.
 */
record OpenNds(PortalSettings settings) implements Box {
  private static final int KEY = 32;

  @Override
  public Optional<Arrival> arrival(Map<String, String> query) {
    try {
      return read(query).flatMap(OpenNds::arrival);
    } catch (IllegalArgumentException | GeneralSecurityException madeByNoBox) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<String> door(Arrival device, AccessGrant grant, String next) {
    if (settings.box() == PortalSettings.Kind.OPENNDS_3) {
      return Optional.empty();
    }
    var handle = new Handle(grant.id(), device.mac()).text(settings.secret());
    return Optional.of(
        "http://%s/opennds_auth/?tok=%s&custom=%s&redir=%s"
            .formatted(settings.address(), token(device), handle, encoded(next)));
  }

  @Override
  public String exit() {
    return "http://" + settings.address() + "/opennds_deny/";
  }

  /** What openNDS calls rhid: proves that we know the secret. */
  String token(Arrival device) {
    return Digests.sha256(device.challenge() + settings.secret());
  }

  private Optional<String> read(Map<String, String> query) throws GeneralSecurityException {
    var fas = query.get("fas");
    if (fas == null) {
      return Optional.empty();
    }
    // the box does not write its plus signs as a query should
    var once = Base64.getDecoder().decode(fas.replace(' ', '+'));
    if (settings.box() == PortalSettings.Kind.OPENNDS_1) {
      return Optional.of(new String(once, StandardCharsets.UTF_8));
    }
    var iv = query.getOrDefault("iv", "").getBytes(StandardCharsets.UTF_8);
    var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    var key = Arrays.copyOf(settings.secret().getBytes(StandardCharsets.UTF_8), KEY);
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    var twice = Base64.getDecoder().decode(new String(once, StandardCharsets.US_ASCII));
    return Optional.of(new String(cipher.doFinal(twice), StandardCharsets.UTF_8));
  }

  private static Optional<Arrival> arrival(String said) {
    var words = new HashMap<String, String>();
    for (var word : said.split(", ", -1)) {
      var gap = word.indexOf('=');
      if (gap > 0) {
        words.putIfAbsent(word.substring(0, gap), word.substring(gap + 1));
      }
    }
    var hid = words.getOrDefault("hid", "");
    var ip = words.getOrDefault("clientip", "");
    if (!hid.matches("[0-9a-f]{16,128}") || !ip.matches("[0-9a-f.:]{2,45}")) {
      return Optional.empty();
    }
    return Macs.read(words.getOrDefault("clientmac", "")).map(mac -> new Arrival(mac, ip, hid));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
