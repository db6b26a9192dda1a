package org.escale.tck.centre;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.SpaceRef;

/** An adapter, a real system for it to speak to, and somebody who works there. */
public interface CentreLab {
  /** The adapter; the same each time, so that hidden state shows. */
  CentreAdapter adapter();

  /** Where the system listens; empty where nothing is asked over a network. */
  Optional<InetSocketAddress> address();

  /** What the adapter needs to reach it, at that address instead of its own. */
  CentreConfig config(Optional<InetSocketAddress> instead);

  /** A configuration that cannot work. */
  CentreConfig broken();

  /** A new and empty space of that name, in the zone Europe/Brussels. */
  SpaceRef space(String name) throws Exception;

  /** Who works there; not by way of the adapter. */
  Staff staff();
}
