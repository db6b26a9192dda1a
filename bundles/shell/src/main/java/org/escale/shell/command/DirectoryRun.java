package org.escale.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.adapter.DirectoryId;
import org.escale.refusal.Outcome;
import org.escale.service.Audit;
import org.escale.service.Directories;
import org.escale.service.Directories.Counts;
import org.escale.service.Directories.Manner;
import org.escale.service.Directories.Report;
import org.escale.service.Progress;

/** Reads all of another platform's directory now. */
@Service
@Command(
    scope = "escale",
    name = "directory-run",
    description = "Reads all of another platform's directory now; shows counts, never names")
public final class DirectoryRun implements Action {
  private static final List<String> HEADING =
      List.of("what", "new", "changed", "ended", "same", "left alone");

  @Reference Session session;
  @Reference Directories directories;
  @Reference Audit audit;

  @Argument(name = "directory", description = "id of the directory", required = true)
  String directory;

  @Option(name = "--dry-run", description = "change nothing, say what would be")
  boolean dryRun;

  @Option(name = "--trusted", description = "also where more than its share would end")
  boolean trusted;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    var id = new DirectoryId(directory);
    var outcome = directories.run(Console.OPERATOR, id, manner(), Progress.NONE);
    if (!dryRun) {
      note(outcome);
    }
    return Console.show(
        session.getConsole(),
        outcome,
        report -> Console.print(session.getConsole(), json, Console.table(HEADING, rows(report))));
  }

  private Manner manner() {
    if (dryRun) {
      return Manner.DRY_RUN;
    }
    return trusted ? Manner.TRUSTED : Manner.GUARDED;
  }

  private void note(Outcome<Report> outcome) {
    var who = Optional.of(Console.OPERATOR.who());
    if (outcome instanceof Outcome.Refused<Report> no) {
      audit.refused(new Audit.Line(who, "directory-run", no.refusal().code().name(), "console"));
    } else {
      audit.done(new Audit.Line(who, "directory-run", "DONE", "console"));
    }
  }

  private static List<List<String>> rows(Report report) {
    var rows = new ArrayList<List<String>>();
    rows.add(row("companies", report.companies()));
    rows.add(row("people", report.people()));
    report.reasons().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(why -> rows.add(List.of(why.getKey(), "", "", "", "", "" + why.getValue())));
    return rows;
  }

  private static List<String> row(String what, Counts c) {
    return List.of(
        what, "" + c.created(), "" + c.changed(), "" + c.ended(), "" + c.same(), "" + c.left());
  }
}
