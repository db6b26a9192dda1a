package org.escale.rest.call;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.escale.caller.Operation;

/**
 * What a method of this door does: read by the gate for every request and by the published document
 * of the door, so that both say the same.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Does {
  /** One sentence. */
  String value();

  /** The operations of the access matrix, one of which the caller must hold; none: see below. */
  Operation[] as() default {};

  /** Whether anybody may, also without signing in; without it and without {@code as}: signed in. */
  boolean anybody() default false;

  /** Query parameters that it reads, beside those of a page. */
  String[] query() default {};

  /** Keys of words by which its page is filtered: query parameters of the same name. */
  String[] filters() default {};

  /** The view that it answers with. */
  Class<?> gives() default Void.class;

  /** Whether it answers with a list of those. */
  boolean many() default false;

  /** Whether that list comes in pages: it reads {@code limit, cursor} and {@code updatedSince}. */
  boolean pages() default false;

  /** The status when all went well. */
  int status() default 200;

  /** The view that it answers with at once, with 200, where it need not take its time. */
  Class<?> orGives() default Void.class;
}
