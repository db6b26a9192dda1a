package org.escale.shell.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.presence.Visit;
import org.escale.service.Lookup;
import org.escale.word.Query;

/** Lists the visits of a centre, by pseudonym. */
@Service
@Command(
    scope = "escale",
    name = "visit-list",
    description = "Lists the visits of a centre, by pseudonym")
public final class VisitList implements Action {
  @Reference Session session;
  @Reference Lookup lookup;

  @Option(name = "--centre", required = true, description = "the centre's id")
  @Completion(CentreNames.class)
  String centre = "";

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    var query = Query.where("centreId", centre);
    return Console.show(
        session.getConsole(),
        lookup.list(Console.desk(centre), Visit.class, query),
        page -> {
          var rows = page.items().stream().map(kept -> row(kept.word())).toList();
          var heading = List.of("id", "space", "started", "ended", "ended by", "guest");
          return Console.print(session.getConsole(), json, Console.table(heading, rows));
        });
  }

  private static List<String> row(Visit v) {
    return List.of(
        v.id().value(),
        v.space().value(),
        v.startedAt().toString(),
        v.closing().map(closing -> closing.at().toString()).orElse(""),
        v.closing().map(closing -> closing.by().name()).orElse("OPEN"),
        v.guest().person().value());
  }
}
