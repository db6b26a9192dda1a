package org.escale.tck;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes what is tried once for all tests of a class, so that state hidden in it shows.
 *
 * @param <S> what is tried
 */
public abstract class OnceMade<S> {
  private static final Map<Class<?>, Object> MADE = new ConcurrentHashMap<>();

  /** Makes it; called once for each test class. */
  protected abstract S make();

  /** What is tried. */
  @SuppressWarnings("unchecked") // only make() fills the place of this class
  protected final S subject() {
    return (S) MADE.computeIfAbsent(getClass(), kind -> make());
  }
}
