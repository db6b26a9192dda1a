package org.escale.shell.command;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.adapter.AdapterId;
import org.escale.federation.SpaceId;
import org.escale.service.Onboarding;
import org.escale.service.Onboarding.Rehearsal;
import org.escale.service.Onboarding.Step;
import org.escale.service.Progress;

/** Reads a centre's system as if for real, and says what would change. */
@Service
@Command(
    scope = "escale",
    name = "adapter-try",
    description =
        "Reads a centre's system as if for real: what would change, and how long it takes")
public final class AdapterTry implements Action {
  @Reference Session session;
  @Reference Onboarding onboarding;

  @Argument(name = "adapter", description = "id of the adapter", required = true)
  String adapter;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    return Console.show(
        session.getConsole(),
        onboarding.rehearse(Console.OPERATOR, new AdapterId(adapter), Progress.NONE),
        this::shown);
  }

  private int shown(Rehearsal seen) {
    var rows = seen.steps().stream().map(step -> row(step, seen)).toList();
    var heading = List.of("step", "space", "ms", "came", "read", "ours", "new", "changed", "gone");
    Console.print(session.getConsole(), json, Console.table(heading, rows));
    if (!json) {
      session
          .getConsole()
          .println("clock ahead: " + seen.skew().map(d -> "" + d).orElse("not told"));
      session.getConsole().println("waiting: " + seen.waiting() + ", aside: " + seen.aside());
    }
    return seen.steps().stream().allMatch(Step::well) ? Console.WELL : Console.NOT_WELL;
  }

  private static List<String> row(Step step, Rehearsal seen) {
    var space = step.space().map(SpaceId::value).orElse("");
    var of =
        seen.spaces().stream()
            .filter(outlook -> Optional.of(outlook.space()).equals(step.space()))
            .findFirst();
    return List.of(
        step.stage().name(),
        space,
        "" + step.took().toMillis(),
        step.well() ? "well" : step.came(),
        of.map(o -> "" + o.read()).orElse(""),
        of.map(o -> "" + o.ours()).orElse(""),
        of.map(o -> "" + o.fresh()).orElse(""),
        of.map(o -> "" + o.changed()).orElse(""),
        of.map(o -> "" + o.gone()).orElse(""));
  }
}
