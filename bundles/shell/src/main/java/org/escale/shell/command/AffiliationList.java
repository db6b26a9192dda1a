package org.escale.shell.command;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.federation.Affiliation;
import org.escale.federation.Criterion;
import org.escale.service.Lookup;
import org.escale.word.Query;

/** Lists which centre is how far in which network, and what blocks it. */
@Service
@Command(
    scope = "escale",
    name = "affiliation-list",
    description = "Lists which centre is how far in which network, and what blocks it")
public final class AffiliationList implements Action {
  @Reference Session session;
  @Reference Lookup lookup;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    var found = lookup.list(Console.OPERATOR, Affiliation.class, Query.all());
    return Console.show(
        session.getConsole(),
        found,
        page -> {
          var rows = page.items().stream().map(kept -> row(kept.word())).toList();
          var heading = List.of("network", "centre", "state", "blocked by");
          return Console.print(session.getConsole(), json, Console.table(heading, rows));
        });
  }

  private static List<String> row(Affiliation a) {
    var blocking =
        a.verdict().stream()
            .filter(Criterion::blocks)
            .map(Criterion::code)
            .collect(Collectors.joining(", "));
    return List.of(a.network().value(), a.centre().value(), a.state().name(), blocking);
  }
}
