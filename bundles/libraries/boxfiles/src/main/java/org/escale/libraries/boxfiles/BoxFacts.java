package org.escale.libraries.boxfiles;

import java.util.Comparator;
import java.util.List;

/**
 * What is known of one box, and all that its files depend on.
 *
 * @param box its name towards the hub: 1 to 64 letters, digits and {@code . _ : -}
 * @param centre the name that people read, in any letters; up to 200 characters
 * @param uplink the interface of the line, for example {@code eth0}
 * @param wlans 1 to 8 networks in the air
 * @param segments the channels in use, each number once, kept in order; none is allowed
 */
public record BoxFacts(
    String box,
    String centre,
    String uplink,
    List<Wlan> wlans,
    List<Segment> segments,
    Hub hub,
    Addresses addresses) {
  private static final int MOST_WLANS = 8;
  private static final int LONGEST_NAME = 200;

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException says which value cannot stand in a file
   */
  public BoxFacts {
    Checked.name(box);
    Checked.device(uplink);
    Checked.that(centre.length() <= LONGEST_NAME, "a centre's name has up to 200 characters");
    wlans = List.copyOf(wlans);
    segments = segments.stream().sorted(Comparator.comparingInt(Segment::number)).toList();
    Checked.that(!wlans.isEmpty() && wlans.size() <= MOST_WLANS, "1 to 8 networks in the air");
    Checked.that(
        wlans.stream().map(Wlan::device).distinct().count() == wlans.size(),
        "each network has an interface of its own");
    Checked.that(
        wlans.stream().map(Wlan::device).noneMatch(uplink::equals), "the line is no network");
    Checked.that(
        segments.stream().map(Segment::number).distinct().count() == segments.size(),
        "each segment once");
    for (var segment : segments) {
      addresses.router(segment);
    }
  }
}
