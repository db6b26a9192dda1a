package org.escale.libraries.boxfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;

/**
 * One network as a person's device is told of it, as texts that its own programs read. Pure. Unlike
 * the files of a box these texts have the person's key in them: they are for that person only.
 *
 * @param ssid its name: 1 to 32 bytes of UTF-8 without control characters
 * @param tunnel by what the device knows who asks for name and key; of 802.1X alone
 */
public record DeviceNetwork(String ssid, Proof proof, DeviceTunnel tunnel) {
  /** How a device shows whose it is. */
  public enum Proof {
    /** 802.1X: EAP-TTLS with PAP inside. */
    NAME_AND_KEY,
    /** WPA2 with a pass phrase of the person's own. */
    PERSONAL_KEY,
    /** None in the air: a page asks for the key (captive portal). */
    PORTAL
  }

  /**
   * Whose device it is.
   *
   * @param identity the name inside the tunnel
   * @param key the personal key
   * @param until when the key ends
   */
  public record Login(String identity, String key, Instant until) {
    private static final int LONGEST = 253;

    /**
     * Checks each value.
     *
     * @throws IllegalArgumentException if one cannot stand on a line between quotes
     */
    public Login {
      Checked.that(quotable(identity) && quotable(key), "name and key have no quote or control");
    }

    private static boolean quotable(String text) {
      return !text.isEmpty()
          && text.length() <= LONGEST
          && Checked.shows(text)
          && text.indexOf('"') < 0;
    }

    /** Without the key. */
    @Override
    public String toString() {
      return "login until " + until;
    }
  }

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it cannot be the name of a network
   */
  public DeviceNetwork {
    Checked.ssid(ssid);
  }

  /** The same, whose tunnel is known by that authority where it names none. */
  public DeviceNetwork or(String authority) {
    return new DeviceNetwork(ssid, proof, tunnel.or(authority));
  }

  /** What a phone that scans it as a QR code joins by; without the key where a portal asks. */
  public String scan(Login login) {
    return ScanText.of(this, login);
  }

  /**
   * A configuration profile of Apple's (plist), for a network with 802.1X. The next visit's takes
   * its place, and it goes from the device when the key ends.
   */
  public String apple(Login login) {
    return AppleProfile.of(this, login);
  }

  /** EAP metadata (draft-winter-opsawg-eap-metadata), as geteduroam reads it, likewise. */
  public String eapConfig(Login login) {
    return EapConfig.of(this, login);
  }

  /** A network block of wpa_supplicant (2.10 and later), likewise. */
  public String supplicant(Login login) {
    return SupplicantText.of(this, login);
  }

  /** The same for the same network and person. */
  UUID uuid(String part, Login login) {
    return UUID.nameUUIDFromBytes((part + "\n" + ssid + "\n" + login.identity()).getBytes(UTF_8));
  }
}
