package org.escale.service;

import java.util.List;
import org.escale.access.GatewayId;
import org.escale.caller.Caller;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** What an operator sees of the running platform. */
@ProviderType
public interface Operations {
  /** A part of the platform and whether it is well. */
  record Part(String name, boolean up, String text) {}

  /** An installed plug-in: its rules or ports, calls, failures, and whether it is set aside. */
  record PlugIn(
      String name, String kind, String version, long calls, long failures, boolean quarantined) {}

  /** A gateway: whether it is up, how many sessions live there, and a sentence for its operator. */
  record Gear(
      GatewayId id, CentreId centre, String driver, boolean up, int sessions, String text) {}

  /** Whether everything needed is up (E6); anybody may ask. */
  List<Part> health();

  /** The gateways, open or not, and how they stand; {@code NOT_ALLOWED}. */
  Outcome<List<Gear>> gateways(Caller caller);

  /** The plug-ins now here. */
  Outcome<List<PlugIn>> plugIns(Caller caller);

  /**
   * Lets a plug-in run again that was put in quarantine because it ran when memory was exhausted
   * (E3), by the name that {@link #health} gives; {@code NOT_FOUND} where it is in none.
   */
  Outcome<String> release(Caller caller, String plugIn);
}
