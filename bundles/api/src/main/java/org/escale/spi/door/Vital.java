package org.escale.spi.door;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of a plug-in that must be well before this instance says that it is ready (law E6).
 * Answers at once; safe for many threads.
 */
@ConsumerType
public interface Vital {
  /** Its name on the health page: {@code demo}. */
  String name();

  /** Whether it is well. */
  boolean up();

  /** One sentence for an operator. */
  String text();
}
