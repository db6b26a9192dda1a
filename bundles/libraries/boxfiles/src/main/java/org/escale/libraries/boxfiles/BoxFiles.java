package org.escale.libraries.boxfiles;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The files of a box under Debian, by their path: the same facts give the same bytes, whatever the
 * order of the segments. Values that could break out of a file are refused with the facts. Pure.
 */
public final class BoxFiles {
  /** Bridges and addresses of the segments, for {@code ip -force -batch}. */
  public static final String SEGMENTS = "segments.ip";

  /** The wall between the segments, for {@code nft -f}. */
  public static final String WALL = "nftables.conf";

  /** Addresses and names for devices, for {@code dnsmasq -C}. */
  public static final String DNSMASQ = "dnsmasq.conf";

  /** The way to the hub over TLS, for {@code radsecproxy -c}. */
  public static final String RADSEC = "radsecproxy.conf";

  /** By what radsecproxy knows the hub, PEM: put beside the others by whoever has it. */
  public static final String HUB = "hub.pem";

  /** The folder for {@code freeradius -d}. */
  public static final String FREERADIUS = "freeradius/";

  /** The folder for {@code hostapd}: a file for each network in the air, and one with its VLANs. */
  public static final String HOSTAPD = "hostapd/";

  private BoxFiles() {}

  /** Path to text, each with line breaks of one character and a line break at its end. */
  public static SortedMap<String, String> of(BoxFacts facts) {
    var files = new TreeMap<String, String>();
    facts.wlans().forEach(wlan -> files.putAll(HostapdFiles.of(facts, wlan)));
    files.putAll(FreeRadiusFiles.of(facts));
    files.put(RADSEC, RadsecFile.of(facts));
    files.put(DNSMASQ, DnsmasqFile.of(facts));
    files.put(WALL, WallFile.of(facts));
    files.put(SEGMENTS, SegmentsFile.of(facts));
    return files;
  }

  /** The same with the box's own values in their places. */
  public static String filled(String text, Map<Reference, String> own) {
    var filled = text;
    for (var value : own.entrySet()) {
      filled = filled.replace(value.getKey().text(), value.getValue());
    }
    return filled;
  }

  /** The head of a file, in the comment style that all its readers share. */
  static String head(BoxFacts facts) {
    return "# Escale box "
        + facts.box()
        + ", "
        + Checked.comment(facts.centre())
        + ". Written by the hub: changes here are lost.\n";
  }

  /** One text of each segment, in the order of their numbers. */
  static String each(BoxFacts facts, Function<Segment, String> text) {
    return facts.segments().stream().map(text).collect(Collectors.joining());
  }
}
