package org.escale.libraries.boxfiles;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files for gear that a centre has already, by their path. They were written by the makers' own
 * documents and <b>not tried on real gear</b>; each says so at its top. The secret towards that
 * server stands as a reference that whoever carries the file fills in. Pure.
 */
public final class ForeignGear {
  static final String UNTRIED = "Escale: NOT TRIED ON REAL GEAR.";

  private ForeignGear() {}

  /**
   * OpenWrt, UniFi, Omada and Mikrotik, whose RADIUS server is at that address: the hub's, or one
   * before it.
   */
  public static SortedMap<String, String> of(BoxFacts facts, String radius) {
    Checked.host(radius);
    return new TreeMap<>(
        Map.of(
            "openwrt/wireless.uci", OpenWrtFile.of(facts, radius),
            "unifi/site.json", ControllerFiles.unifi(facts, radius),
            "omada/site.json", ControllerFiles.omada(facts, radius),
            "mikrotik/escale.rsc", MikrotikFile.of(facts, radius)));
  }
}
