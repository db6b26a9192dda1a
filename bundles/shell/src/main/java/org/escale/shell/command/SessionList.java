package org.escale.shell.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.access.SessionHandle;
import org.escale.service.Lookup;
import org.escale.word.Query;

/** Lists the network sessions of a centre, by pseudonym and without keys. */
@Service
@Command(
    scope = "escale",
    name = "session-list",
    description = "Lists the network sessions of a centre, by pseudonym")
public final class SessionList implements Action {
  @Reference Session session;
  @Reference Lookup lookup;

  @Option(name = "--centre", required = true, description = "the centre's id")
  @Completion(CentreNames.class)
  String centre = "";

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    return Console.show(
        session.getConsole(),
        lookup.list(
            Console.desk(centre), org.escale.access.Session.class, Query.where("centreId", centre)),
        page -> {
          var rows = page.items().stream().map(kept -> row(kept.word())).toList();
          var heading =
              List.of("id", "handle", "state", "segment", "from", "until", "ended", "guest");
          return Console.print(session.getConsole(), json, Console.table(heading, rows));
        });
  }

  private static List<String> row(org.escale.access.Session s) {
    return List.of(
        s.id().value(),
        SessionHandle.of(s.id()).value(),
        s.state().name(),
        "" + s.segment(),
        s.from().toString(),
        s.until().toString(),
        s.endedAt().map(Object::toString).orElse(""),
        s.guest().person().value());
  }
}
