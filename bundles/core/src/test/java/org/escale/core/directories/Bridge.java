package org.escale.core.directories;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.escale.adapter.DirectoryId;
import org.escale.adapter.InstalledDirectory;
import org.escale.adapter.InstalledDirectory.Whose;
import org.escale.client.CompanyId;
import org.escale.client.Member;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.ToyVault;
import org.escale.federation.CentreId;
import org.escale.service.Audit;
import org.escale.service.Directories;
import org.escale.service.Directories.Manner;
import org.escale.service.Directories.Report;
import org.escale.service.Progress;

/** A hall and another platform beside it. */
final class Bridge implements AutoCloseable {
  static final DirectoryId THERE = new DirectoryId("there");

  final Hall hall = new Hall();
  final ToyDirectory there = new ToyDirectory();
  final List<String> audited = new ArrayList<>();
  final Sources sources =
      new Sources(hall.house.snapshots, new ToyVault(), hall.house.gates, hall.house.quarantine);
  final Directories directories;

  Bridge() {
    var house = hall.house;
    var round = new Round(house.store, house.commits, house.snapshots, new Noting(), house.clock);
    directories =
        new DirectoryOffice(
            new Enlisting(sources, house.commits, house.snapshots, new ToyVault()),
            sources,
            round,
            house.snapshots);
    sources.addAdapter(there);
    hall.steward.addChore(sources);
    hall.steward.addChore(new Rounds(sources, round, house.clock));
  }

  private final class Noting implements Audit {
    @Override
    public void done(Line line) {
      audited.add("done " + line.operation());
    }

    @Override
    public void refused(Line line) {
      audited.add("refused " + line.operation());
    }
  }

  /** The people of company {@code c} come from there. */
  static Whose staff() {
    return new Whose(Optional.of(new CompanyId("c")), Optional.empty(), Optional.empty());
  }

  /** Companies come from there, which are own clients of centre {@code x}. */
  static Whose clients() {
    return new Whose(Optional.empty(), Optional.of(new CentreId("x")), Optional.empty());
  }

  static InstalledDirectory row(Whose whose) {
    return new InstalledDirectory(
        THERE,
        "toy",
        Map.of("password", "sesame"),
        whose,
        Duration.ofMinutes(5),
        Duration.ofSeconds(5),
        20);
  }

  /** It is read from now on, and was read once. */
  void install(Whose whose) {
    Answers.done(directories.install(hall.house.federation(), row(whose), 0));
    hall.steward.runDue();
    settled();
  }

  /** Waits until nothing is being read. */
  void settled() {
    await(() -> sources.open(THERE).filter(Bridge::idle).isPresent());
  }

  private static boolean idle(OpenSource source) {
    if (source.standing().asOf().isEmpty() || !source.take()) {
      return false;
    }
    source.giveBack();
    return true;
  }

  static void await(BooleanSupplier so) {
    var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it never came");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  Report run(Manner manner) {
    return Answers.done(directories.run(hall.house.federation(), THERE, manner, Progress.NONE));
  }

  /** The person of that name. */
  Member called(String name) {
    return hall.house.all(Member.class).stream()
        .filter(member -> member.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    sources.close();
    hall.close();
  }
}
