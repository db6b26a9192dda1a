package org.escale.core.commits;

import java.util.Optional;
import java.util.function.Supplier;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;

/** The first wrong field of what was sent, if any; immutable. */
public record Wrong(Optional<String> field) {
  /** Nothing is wrong. */
  public static final Wrong NOTHING = new Wrong(Optional.empty());

  /** That field is wrong where {@code wrong} holds, unless one before it was. */
  public Wrong or(boolean wrong, String name) {
    return field.isEmpty() && wrong ? new Wrong(Optional.of(name)) : this;
  }

  /** A text must have {@code least} to {@code most} characters, and not be blank if any. */
  public Wrong text(String name, String text, int least, int most) {
    var length = text.length();
    return or(length < least || length > most || (least > 0 && text.isBlank()), name);
  }

  /** Goes on where nothing is wrong; else {@code INVALID_FIELD} names the field. */
  public <T> Outcome<T> orElse(Supplier<Outcome<T>> next) {
    return field
        .<Outcome<T>>map(
            name -> Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", name)))
        .orElseGet(next);
  }
}
