package org.escale.libraries.boxfiles;

/** A bridge for each segment, with the box's addresses in it; harmless when applied again. */
final class SegmentsFile {
  private SegmentsFile() {}

  static String of(BoxFacts facts) {
    var addresses = facts.addresses();
    return BoxFiles.head(facts)
        + BoxFiles.each(
            facts,
            s ->
                """
                link add name %1$s type bridge
                address replace %2$s/%3$d dev %1$s
                address replace %4$s1/64 dev %1$s nodad
                link set dev %1$s up
                """
                    .formatted(
                        s.bridge(),
                        addresses.router(s),
                        addresses.length(),
                        addresses.network6(s)));
  }
}
