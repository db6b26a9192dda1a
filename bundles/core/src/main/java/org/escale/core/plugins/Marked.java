package org.escale.core.plugins;

import java.util.concurrent.Callable;

/**
 * Marks calls into the code of one plug-in that run on threads of its own (law E3).
 *
 * @param plugIn its name for operators
 */
public record Marked(Quarantine quarantine, String plugIn) {
  /** The same call, marked while it runs. */
  public <T> Callable<T> call(Callable<T> work) {
    return quarantine.marked(plugIn, work);
  }
}
