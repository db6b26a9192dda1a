package org.escale.refusal;

import java.util.function.Function;

/**
 * What a use case answers: the value, or the reason why not. Refusals are values; exceptions are
 * bugs or outages.
 */
public sealed interface Outcome<T> {

  /** It was done. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It was not done, and nothing changed. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /** A done outcome. */
  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /** A refused outcome. */
  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /** A refused outcome without details. */
  static <T> Outcome<T> refused(RefusalCode code) {
    return new Refused<>(Refusal.of(code));
  }

  /** Goes on with the value, or keeps the refusal. */
  default <U> Outcome<U> then(Function<? super T, Outcome<U>> next) {
    if (this instanceof Done<T> done) {
      return next.apply(done.value());
    }
    return new Refused<>(((Refused<T>) this).refusal());
  }

  /** Turns the value into another, or keeps the refusal. */
  default <U> Outcome<U> map(Function<? super T, ? extends U> change) {
    return then(value -> new Done<>(change.apply(value)));
  }
}
