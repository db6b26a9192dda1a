package org.escale.shell.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.federation.Centre;
import org.escale.federation.NetworkId;
import org.escale.service.Lookup;
import org.escale.word.Query;

/** Lists the centres. */
@Service
@Command(scope = "escale", name = "centre-list", description = "Lists the centres")
public final class CentreList implements Action {
  @Reference Session session;
  @Reference Lookup lookup;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    var found = lookup.list(Console.OPERATOR, Centre.class, Query.all());
    return Console.show(
        session.getConsole(),
        found,
        page -> {
          var rows = page.items().stream().map(kept -> row(kept.word())).toList();
          var heading = List.of("id", "name", "kind", "home", "desks", "rooms", "online");
          return Console.print(session.getConsole(), json, Console.table(heading, rows));
        });
  }

  private static List<String> row(Centre c) {
    return List.of(
        c.id().value(),
        c.name(),
        c.kind(),
        c.home().map(NetworkId::value).orElse(""),
        "" + c.profile().desks(),
        "" + c.profile().rooms(),
        "" + c.online());
  }
}
