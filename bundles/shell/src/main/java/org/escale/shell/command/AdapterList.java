package org.escale.shell.command;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.adapter.Proven.Level;
import org.escale.service.Adapters;
import org.escale.service.Adapters.Standing;

/** Lists the systems that centres keep and how they stand. */
@Service
@Command(
    scope = "escale",
    name = "adapter-list",
    description = "Lists the systems that centres keep and how they stand")
public final class AdapterList implements Action {
  @Reference Session session;
  @Reference Adapters adapters;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    return Console.show(
        session.getConsole(),
        adapters.standings(Console.OPERATOR),
        standings -> {
          var rows = standings.stream().map(AdapterList::row).toList();
          var heading =
              List.of(
                  "adapter",
                  "up",
                  "spaces read",
                  "read since",
                  "waiting",
                  "aside",
                  "breaker",
                  "proven",
                  "text");
          return Console.print(session.getConsole(), json, Console.table(heading, rows));
        });
  }

  private static List<String> row(Standing s) {
    var since = s.asOf().values().stream().min(Instant::compareTo).map(Instant::toString);
    return List.of(
        s.id().value(),
        s.up() ? "yes" : "no",
        "" + s.asOf().size(),
        since.orElse("never"),
        "" + s.waiting(),
        "" + s.aside(),
        s.silentUntil().map(at -> "open until " + at).orElse("closed"),
        proven(s),
        s.text());
  }

  /** The least that any of its spaces was found to allow, and since when that is known. */
  private static String proven(Standing s) {
    return s.proven().values().stream()
        .max(Comparator.comparing(Level::mode).thenComparing(Level::at, Comparator.reverseOrder()))
        .map(level -> level.mode() + " at " + level.at())
        .orElse("not tried");
  }
}
