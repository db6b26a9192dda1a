package org.escale.shell.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.service.Operations;
import org.escale.service.Operations.Part;

/** Says how each part is; ends with 1 where one is not well. */
@Service
@Command(
    scope = "escale",
    name = "doctor",
    description = "Says how each part is; ends with 1 where one is not well")
public final class Doctor implements Action {
  @Reference Session session;
  @Reference Operations operations;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    var parts = operations.health();
    var rows =
        parts.stream().map(p -> List.of(p.name(), p.up() ? "up" : "DOWN", p.text())).toList();
    var heading = List.of("part", "state", "says");
    Console.print(session.getConsole(), json, Console.table(heading, rows));
    return parts.stream().allMatch(Part::up) ? Console.WELL : Console.NOT_WELL;
  }
}
