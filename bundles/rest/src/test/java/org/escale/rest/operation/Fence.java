package org.escale.rest.operation;

import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Guard;

/** A guard on the caller's own thread: what throws or is not sane is refused. */
public final class Fence implements Guard {
  @Override
  public <T> Outcome<T> ask(Place place, Callable<T> question, Predicate<T> sane) {
    try {
      T answer = question.call();
      return answer != null && sane.test(answer)
          ? Outcome.done(answer)
          : Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    } catch (Exception broken) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }
}
