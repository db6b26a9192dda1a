package org.escale.service;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.escale.refusal.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The way into the code of a plug-in that is no rule: on threads of its own, for a limited time,
 * marked while it runs, its answer checked, and set aside for a while after failures. What goes
 * wrong inside costs that call only (law E3). Safe for many threads.
 */
@ProviderType
public interface Guard {
  /**
   * Whose code it is. Calls that name the same share threads, limit and failures.
   *
   * @param plugIn its name for operators
   * @param kind what it is to the platform: {@code document, route}
   * @param limit how long one call may take, 1 ms to 10 minutes
   */
  record Place(String plugIn, String kind, Duration limit) {}

  /**
   * Asks. {@code TEMPORARILY_UNAVAILABLE}, naming the plug-in and what it did, where it threw, took
   * too long, answered what is not sane, was set aside or is in quarantine.
   */
  <T> Outcome<T> ask(Place place, Callable<T> question, Predicate<T> sane);
}
