package org.escale.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.escale.caller.AccountId;
import org.escale.service.Audit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The lines of the doors in the log {@code escale.audit}: {@code done account=anna
 * operation=POST:/bookings outcome=DONE trace=...}. What cannot be a word of such a line is written
 * as question marks, so that nobody can write a line of his own.
 */
@Component(service = Audit.class)
public final class DoorAudit implements Audit {
  /** So many refusals of one account are written in a minute. */
  static final int A_MINUTE = 60;

  private static final int ACCOUNTS = 10_000;
  private static final int LONGEST = 120;
  private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9.:/_{}@-]");
  private static final String NOBODY = "unknown";

  private final Consumer<String> lines;
  private final Cache<String, AtomicInteger> refusals;

  /** Into the log. */
  @Activate
  public DoorAudit() {
    this(Gatekeeping::line, Ticker.systemTicker());
  }

  DoorAudit(Consumer<String> lines, Ticker ticker) {
    this.lines = lines;
    this.refusals =
        Caffeine.newBuilder()
            .maximumSize(ACCOUNTS)
            .expireAfterWrite(Duration.ofMinutes(1))
            .ticker(ticker)
            .build();
  }

  @Override
  public void done(Line line) {
    lines.accept(written("done", line));
  }

  @Override
  public void refused(Line line) {
    var account = line.who().map(AccountId::value).orElse(NOBODY);
    int before = refusals.get(account, key -> new AtomicInteger()).getAndIncrement();
    if (before < A_MINUTE) {
      lines.accept(written("refused", line));
    } else if (before == A_MINUTE) {
      lines.accept("refused account=" + word(account) + " more=within-this-minute");
    }
  }

  private static String written(String event, Line line) {
    return event
        + " account="
        + line.who().map(AccountId::value).map(DoorAudit::word).orElse(NOBODY)
        + " operation="
        + word(line.operation())
        + " outcome="
        + word(line.outcome())
        + " trace="
        + word(line.traceId());
  }

  private static String word(String text) {
    var word = NO_WORD.matcher(text).replaceAll("?");
    return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
  }
}
