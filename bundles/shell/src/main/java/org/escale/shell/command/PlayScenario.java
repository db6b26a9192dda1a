package org.escale.shell.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.escale.spi.door.Route;

/** Plays a scenario of the sandbox and tells it; ends with 1 where a figure is wrong. */
@Service
@Command(
    scope = "escale",
    name = "scenario",
    description =
        "Plays a scenario of the sandbox and tells it; ends with 1 where a figure is wrong")
public final class PlayScenario implements Action {
  private static final String PATH = "sandbox/scenarios/{name}";

  @Reference Session session;

  @Reference(optional = true)
  List<Route> routes = List.of();

  @Argument(name = "name", required = true, description = "such as a-day")
  @Completion(
      value = StringsCompleter.class,
      values = {"a-day", "marriage"})
  String name = "";

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Option(
      name = "--devices",
      description = "who plays devices near real gateways, such as http://127.0.0.1:8899/devices")
  String devices = "";

  @Override
  public Integer execute() {
    var out = session.getConsole();
    var route = routes.stream().filter(r -> r.path().equals(PATH)).findFirst();
    if (route.isEmpty()) {
      out.println("scenarios are played in a sandbox only: ./run --sandbox");
      return Console.REFUSED;
    }
    var told = route.get().serve(Console.OPERATOR, Map.of("name", name, "devices", devices));
    return Console.show(out, told, story -> shown(out, story));
  }

  private int shown(PrintStream out, Map<String, Object> story) {
    var right = Boolean.TRUE.equals(story.get("right"));
    if (story.get("story") instanceof List<?> lines) {
      var sentences = lines.stream().map(String::valueOf).toList();
      if (json) {
        var quoted = sentences.stream().map(Table::quoted).toList();
        out.println("{\"right\":" + right + ",\"story\":[" + String.join(",", quoted) + "]}");
      } else {
        sentences.forEach(out::println);
      }
    }
    return right ? Console.WELL : Console.NOT_WELL;
  }
}
