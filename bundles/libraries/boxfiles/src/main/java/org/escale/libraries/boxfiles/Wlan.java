package org.escale.libraries.boxfiles;

/**
 * One network in the air.
 *
 * @param ssid its name: 1 to 32 bytes of UTF-8 without control characters
 * @param device the interface that carries it, for example {@code wlan0}; up to 10 characters
 * @param channel 1 to 13 at 2.4 GHz, 36 to 165 at 5 GHz
 */
public record Wlan(String ssid, Proof proof, String device, int channel) {
  private static final int LAST_24 = 13;
  private static final int FIRST_5 = 36;
  private static final int LAST_5 = 165;

  /** How a device shows whose it is. */
  public enum Proof {
    /** 802.1X: name and key of a person. */
    NAME_AND_KEY,
    /** WPA2 with one pass phrase for each person. */
    PERSONAL_KEY
  }

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException says which value cannot stand in a file
   */
  public Wlan {
    Checked.device(device);
    Checked.ssid(ssid);
    Checked.that(
        (channel >= 1 && channel <= LAST_24) || (channel >= FIRST_5 && channel <= LAST_5),
        "a channel is 1 to 13 or 36 to 165");
  }

  /** Whether it stands in the band of 5 GHz. */
  boolean fast() {
    return channel >= FIRST_5;
  }

  /** The interface of one company in this network. */
  String device(Segment segment) {
    return device + "." + segment.number();
  }
}
