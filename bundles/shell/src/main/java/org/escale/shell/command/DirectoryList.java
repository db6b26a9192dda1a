package org.escale.shell.command;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.service.Directories;
import org.escale.service.Directories.Report;
import org.escale.service.Directories.Standing;

/** Lists other platforms' directories and how they stand. */
@Service
@Command(
    scope = "escale",
    name = "directory-list",
    description = "Lists other platforms' directories and how they stand")
public final class DirectoryList implements Action {
  @Reference Session session;
  @Reference Directories directories;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    return Console.show(
        session.getConsole(),
        directories.standings(Console.OPERATOR),
        standings -> {
          var rows = standings.stream().map(DirectoryList::row).toList();
          var heading = List.of("directory", "up", "read", "people that came or went", "text");
          return Console.print(session.getConsole(), json, Console.table(heading, rows));
        });
  }

  private static List<String> row(Standing s) {
    return List.of(
        s.id().value(),
        s.up() ? "yes" : "no",
        s.asOf().map(Instant::toString).orElse("never"),
        s.last().map(DirectoryList::people).orElse("none yet"),
        s.text());
  }

  private static String people(Report report) {
    var people = report.people();
    return "%d new, %d changed, %d ended"
        .formatted(people.created(), people.changed(), people.ended());
  }
}
