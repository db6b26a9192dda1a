package org.escale.tck.machine;

import java.util.Map;
import java.util.TreeMap;

/**
 * The text of a QR code that joins a network, read as ZXing documents it.
 *
 * @param fields by their letters: T, S, P, E, PH2, A, I
 */
public record WifiCode(Map<String, String> fields) {
  private static final String BEGIN = "WIFI:";

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if no phone would
   */
  public static WifiCode read(String text) {
    if (!text.startsWith(BEGIN) || !text.endsWith(";;")) {
      throw new IllegalArgumentException("no code for a network");
    }
    var fields = new TreeMap<String, String>();
    int at = BEGIN.length();
    while (at < text.length() - 1) {
      int colon = text.indexOf(':', at);
      var value = new StringBuilder();
      int end = colon + 1;
      for (; text.charAt(end) != ';'; end++) {
        end += text.charAt(end) == '\\' ? 1 : 0;
        value.append(text.charAt(end));
      }
      fields.put(text.substring(at, colon), value.toString());
      at = end + 1;
    }
    return new WifiCode(Map.copyOf(fields));
  }

  /** One of them. */
  public String field(String letter) {
    return fields.getOrDefault(letter, "");
  }

  /**
   * What wpa_supplicant is told by it at a wired port; whom the device trusts is known beforehand.
   *
   * @param authority a file, PEM
   */
  public String wired(String authority, String server) {
    return """
        ap_scan=0
        network={
          key_mgmt=IEEE8021X
          eapol_flags=0
          eap=%s
          phase2="auth=%s"
          anonymous_identity="%s"
          identity="%s"
          password="%s"
          ca_cert="%s"
          domain_match="%s"
        }
        """
        .formatted(field("E"), field("PH2"), field("A"), field("I"), field("P"), authority, server);
  }

  /**
   * A file for Wi-Fi as wpa_supplicant takes it at a wired port: without the handshake of the air.
   */
  public static String wired(String file) {
    return "ap_scan=0\n"
        + file.replaceFirst("key_mgmt=.*", "key_mgmt=IEEE8021X\n  eapol_flags=0")
            .replaceFirst(" *ieee80211w=.*\n", "");
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "code for " + field("S");
  }
}
