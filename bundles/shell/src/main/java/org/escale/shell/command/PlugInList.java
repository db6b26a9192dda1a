package org.escale.shell.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.service.Operations;
import org.escale.service.Operations.PlugIn;

/** Lists the plug-ins that are here. */
@Service
@Command(scope = "escale", name = "plugin-list", description = "Lists the plug-ins that are here")
public final class PlugInList implements Action {
  @Reference Session session;
  @Reference Operations operations;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    return Console.show(
        session.getConsole(),
        operations.plugIns(Console.OPERATOR),
        plugIns -> {
          var rows = plugIns.stream().map(PlugInList::row).toList();
          var heading = List.of("name", "kind", "version", "calls", "failures", "set aside");
          return Console.print(session.getConsole(), json, Console.table(heading, rows));
        });
  }

  private static List<String> row(PlugIn p) {
    return List.of(
        p.name(), p.kind(), p.version(), "" + p.calls(), "" + p.failures(), "" + p.quarantined());
  }
}
