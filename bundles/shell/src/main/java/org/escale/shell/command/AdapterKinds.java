package org.escale.shell.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.service.Onboarding;
import org.escale.service.Onboarding.Asked;

/** Lists the kinds of systems that can be connected. */
@Service
@Command(
    scope = "escale",
    name = "adapter-kinds",
    description = "Lists the kinds of systems that can be connected, and their settings")
public final class AdapterKinds implements Action {
  @Reference Session session;
  @Reference Onboarding onboarding;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    return Console.show(
        session.getConsole(),
        onboarding.kinds(Console.OPERATOR),
        kinds -> {
          var rows =
              kinds.stream()
                  .flatMap(kind -> kind.settings().stream().map(s -> row(kind.name(), s)))
                  .toList();
          var heading = List.of("kind", "setting", "secret", "needed", "preset", "text");
          return Console.print(session.getConsole(), json, Console.table(heading, rows));
        });
  }

  private static List<String> row(String kind, Asked s) {
    return List.of(
        kind,
        s.name(),
        s.secret() ? "yes" : "no",
        s.preset().isEmpty() ? "yes" : "no",
        s.preset().orElse(""),
        s.text());
  }
}
