package org.escale.core.directories;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.escale.core.commits.Commits;
import org.escale.core.snapshot.Snapshots;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Audit;
import org.escale.service.Directories.Manner;
import org.escale.service.Directories.Report;
import org.escale.service.Progress;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.Reading;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads a directory once and brings what is here into step with it. Safe for many threads. */
@Component(service = Round.class)
public final class Round {
  private static final int READ = 20;
  private static final int DONE = 100;

  private final Words words;
  private final Commits commits;
  private final Snapshots snapshots;
  private final Audit audit;
  private final Clock clock;

  /** Commits there. */
  @Activate
  public Round(
      @Reference Words words,
      @Reference Commits commits,
      @Reference Snapshots snapshots,
      @Reference Audit audit,
      @Reference Clock clock) {
    this.words = words;
    this.commits = commits;
    this.snapshots = snapshots;
    this.audit = audit;
    this.clock = clock;
  }

  /** How it is read: all of it, or what changed where that can be said. */
  record How(boolean all, Manner manner, Progress progress) {}

  /** Once, unless it is being read already. */
  Outcome<Report> run(OpenSource source, How how) {
    if (!source.take()) {
      return Outcome.refused(Refusal.of(RefusalCode.WRONG_STATE, "because", "it is being read"));
    }
    try {
      how.progress().at(0, 1);
      return planned(source, source.read(how.all(), clock.instant()), how);
    } catch (DirectoryException why) {
      source.failed(why.getMessage());
      return unavailable(why.getMessage());
    } catch (StoreException away) {
      source.failed("our database is away");
      return unavailable("our database is away");
    } finally {
      source.giveBack();
    }
  }

  private Outcome<Report> planned(OpenSource source, Reading reading, How how) {
    var row = source.row();
    var plan = Plan.of(row, reading, Known.of(words, row.id()), snapshots.now());
    if (how.manner() == Manner.DRY_RUN) {
      return Outcome.done(plan.tally().report(reading.whole()));
    }
    if (how.manner() == Manner.GUARDED && !plan.passes(row.share())) {
      return refused(source, plan);
    }
    var applying = new Applying(commits, row.id(), plan.tally());
    int left = applying.apply(plan.steps(), how.progress().part(READ, DONE));
    var report = plan.tally().report(reading.whole());
    if (left > 0) {
      source.failed(left + " changed here meanwhile; all is read again");
    } else {
      source.inStep(reading, report, clock.instant());
    }
    if (!Rounds.quiet(report)) {
      audit.done(line("directory:read/" + row.id(), "DONE"));
    }
    return Outcome.done(report);
  }

  private Outcome<Report> refused(OpenSource source, Plan plan) {
    var why =
        "it would end "
            + counted(plan.people(), "people")
            + " and "
            + counted(plan.companies(), "companies");
    source.failed(why + ": nothing was changed");
    audit.refused(line("directory:read/" + source.row().id(), RefusalCode.WRONG_STATE.name()));
    return Outcome.refused(Refusal.of(RefusalCode.WRONG_STATE, "because", why));
  }

  private static String counted(Plan.Ending ending, String what) {
    return ending.ending() + " of " + ending.here() + " " + what;
  }

  private static Outcome<Report> unavailable(String why) {
    return Outcome.refused(Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE, "because", why));
  }

  private static Audit.Line line(String operation, String outcome) {
    return new Audit.Line(Optional.empty(), operation, outcome, UUID.randomUUID().toString());
  }
}
