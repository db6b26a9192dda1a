package org.escale.gateway.portal;

import java.util.Map;
import java.util.Optional;
import org.escale.access.AccessGrant;

/** How one kind of box sends devices to us, and how it is told to let one in. Pure. */
interface Box {
  /** Who comes, from the query that the box made; empty if no such box made it. */
  Optional<Arrival> arrival(Map<String, String> query);

  /**
   * Where the device is sent so that the box lets it in; empty if the box is told otherwise.
   *
   * @param next the page of ours to which the box sends it then
   */
  Optional<String> door(Arrival device, AccessGrant grant, String next);

  /** Where somebody goes who wants to leave the network. */
  String exit();
}
