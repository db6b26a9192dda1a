package org.escale.shell.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.service.Operations;
import org.escale.service.Operations.Gear;

/** Lists the gateways and how they stand. */
@Service
@Command(
    scope = "escale",
    name = "gateway-list",
    description = "Lists the gateways and how they stand")
public final class GatewayList implements Action {
  @Reference Session session;
  @Reference Operations operations;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    return Console.show(
        session.getConsole(),
        operations.gateways(Console.OPERATOR),
        gateways -> {
          var rows = gateways.stream().map(GatewayList::row).toList();
          var heading = List.of("gateway", "centre", "driver", "up", "sessions", "text");
          return Console.print(session.getConsole(), json, Console.table(heading, rows));
        });
  }

  private static List<String> row(Gear g) {
    return List.of(
        g.id().value(),
        g.centre().value(),
        g.driver(),
        g.up() ? "yes" : "no",
        "" + g.sessions(),
        g.text());
  }
}
