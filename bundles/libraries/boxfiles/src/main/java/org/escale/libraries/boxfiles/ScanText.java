package org.escale.libraries.boxfiles;

/**
 * The text of a QR code that joins a network, as ZXing documents it. Cameras of phones take the one
 * with a pass phrase and the open one; for 802.1X it takes a program that reads {@code WPA2-EAP}.
 */
final class ScanText {
  private ScanText() {}

  static String of(DeviceNetwork network, DeviceNetwork.Login login) {
    var name = "S:" + quoted(network.ssid()) + ";";
    return switch (network.proof()) {
      case PERSONAL_KEY -> "WIFI:T:WPA;" + name + "P:" + quoted(login.key()) + ";;";
      case PORTAL -> "WIFI:T:nopass;" + name + ";";
      case NAME_AND_KEY ->
          "WIFI:T:WPA2-EAP;%sE:TTLS;PH2:PAP;A:%s;I:%s;P:%s;;"
              .formatted(
                  name,
                  escaped(network.tunnel().anonymous()),
                  escaped(login.identity()),
                  escaped(login.key()));
    };
  }

  /** What could be read as hexadecimal digits stands between quotes. */
  private static String quoted(String text) {
    return text.matches("[0-9a-fA-F]+") ? '"' + text + '"' : escaped(text);
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\;,:\"])", "\\\\$1");
  }
}
