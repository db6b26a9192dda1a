package org.escale.core.opendata;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.escale.core.secrets.Sha256;
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
    return Sha256.of(text).substring(0, LENGTH);
  }
}
