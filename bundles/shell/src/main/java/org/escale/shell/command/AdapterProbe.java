package org.escale.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.adapter.AdapterId;
import org.escale.federation.SpaceId;
import org.escale.service.Adapters;

/** Tries what a centre's system can do. */
@Service
@Command(
    scope = "escale",
    name = "adapter-probe",
    description = "Tries what a centre's system can do; nothing stays behind")
public final class AdapterProbe implements Action {
  @Reference Session session;
  @Reference Adapters adapters;

  @Argument(name = "adapter", description = "id of the adapter", required = true)
  String adapter;

  @Option(name = "--space", description = "id of the space to try; the first one if left out")
  String space;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    var tried = Optional.ofNullable(space).map(SpaceId::new);
    return Console.show(
        session.getConsole(),
        adapters.probe(Console.OPERATOR, new AdapterId(adapter), tried),
        proof -> {
          var rows = new ArrayList<List<String>>();
          rows.add(List.of("truth mode", proof.claims().name()));
          new TreeMap<>(proof.findings()).forEach((what, found) -> rows.add(List.of(what, found)));
          return Console.print(
              session.getConsole(), json, Console.table(List.of("tried", "found"), rows));
        });
  }
}
