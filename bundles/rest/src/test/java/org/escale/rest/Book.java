package org.escale.rest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.escale.caller.AccountId;
import org.escale.service.Audit;

/** Keeps what was written down, as {@code done anne POST:/bookings DONE}. */
final class Book implements Audit {
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void done(Line line) {
    lines.add("done " + text(line));
  }

  @Override
  public void refused(Line line) {
    lines.add("refused " + text(line));
  }

  private static String text(Line line) {
    var who = line.who().map(AccountId::value).orElse("-");
    return who + " " + line.operation() + " " + line.outcome();
  }

  /** All of it. */
  List<String> lines() {
    return List.copyOf(lines);
  }
}
