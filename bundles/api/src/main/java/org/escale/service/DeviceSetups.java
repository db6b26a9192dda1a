package org.escale.service;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.escale.caller.Caller;
import org.escale.client.MemberId;
import org.escale.federation.CentreId;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;

/**
 * What a person's own devices are told to join the networks on site. Each text but that of an open
 * network holds the personal key: it is for that person only, and kept nowhere. Safe for many
 * threads.
 */
public interface DeviceSetups {
  /** By which key. */
  sealed interface By permits Session, Code {}

  /** That of the session of one's own visit. */
  record Session(VisitId visit) implements By {}

  /**
   * The code by which that centre's box lets one in on that day (today, if empty) while its line is
   * away.
   */
  record Code(MemberId member, CentreId centre, Optional<LocalDate> day) implements By {}

  /** How a device shows whose it is. */
  enum Proof {
    /** 802.1X: EAP-TTLS with PAP inside. */
    NAME_AND_KEY,
    /** WPA2, with the key as pass phrase. */
    PERSONAL_KEY,
    /** None in the air: a page asks for the key. */
    PORTAL
  }

  /** A file that sets a device up for 802.1X. */
  enum Format {
    /** A configuration profile of iOS, iPadOS and macOS. */
    APPLE,
    /** EAP metadata: geteduroam on Android, Windows and Linux. */
    EAP_CONFIG,
    /** A network block of wpa_supplicant. */
    WPA_SUPPLICANT
  }

  /**
   * One network on site.
   *
   * @param scan what a device that scans it as a QR code joins by
   * @param files those that set a device up for it; none but for 802.1X
   */
  record Network(String ssid, Proof proof, String scan, Map<Format, String> files) {
    /** Copies the files, in the order of their formats. */
    public Network {
      files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Without the key. */
    @Override
    public String toString() {
      return "network " + proof;
    }
  }

  /**
   * The networks of that centre, in the order of their names; none where the centre states none.
   * Refuses as {@link Reception#key} and {@link Reception#lineCode}. A code is for 802.1X alone.
   */
  Outcome<List<Network>> networks(Caller caller, By by);
}
