package org.escale.core.opendata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.escale.federation.Centre;
import org.escale.federation.Site;
import org.escale.federation.Space;

/** What is said about a space, short enough to see whether it changed. */
final class Facts {
  private static final int LENGTH = 32;

  private Facts() {}

  /** A digest of all that is told. */
  static String of(Space space, Centre centre, Site site) {
    return digest(
        List.of(
                space.name(),
                space.kind(),
                space.seats(),
                new TreeMap<>(space.layouts()),
                new TreeSet<>(space.features()),
                centre.name(),
                site.name(),
                site.town(),
                site.region(),
                site.position())
            .toString());
  }

  /** 128 bits of SHA-256, in hex. */
  static String digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var hex = HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
      return hex.substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
