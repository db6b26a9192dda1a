package org.escale.tck.directory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.escale.spi.directory.Cursor;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;
import org.escale.spi.directory.DirectoryLink;
import org.escale.spi.directory.ForeignId;
import org.escale.spi.directory.PersonRecord;
import org.escale.spi.directory.Reading;
import org.escale.spi.directory.Setting;

/** Reads a directory in memory, rightly or with a fault. */
record ToyDirectory(ToyLab lab) implements DirectoryAdapter {
  private static final int PAGE = 100;

  @Override
  public String kind() {
    return "toy";
  }

  @Override
  public List<Setting> settings() {
    return List.of(Setting.secret("password", "What it wants to hear."));
  }

  @Override
  public DirectoryLink open(DirectoryConfig config) throws DirectoryException {
    if (lab.fault != Fault.ANY_SETTING && config.checked(settings()).get("password").isEmpty()) {
      throw new DirectoryException(Trouble.SETTING, "the password is empty");
    }
    if (lab.fault == Fault.LEAVES_THREADS) {
      var thread = new Thread(() -> LockSupport.parkNanos(20_000_000_000L), "toy");
      thread.setDaemon(true);
      thread.start();
    }
    return new Link(config.deadline());
  }

  private final class Link implements DirectoryLink {
    private final Duration deadline;

    Link(Duration deadline) {
      this.deadline = deadline;
    }

    @Override
    public Reading all() throws DirectoryException {
      answered();
      if (lab.fault == Fault.WRITES) {
        lab.entries.put("read", new Worker("read", "Somebody read this"));
      }
      var people = lab.entries.values().stream().map(ToyDirectory.this::person);
      var most = lab.fault == Fault.FIRST_PAGE_ONLY ? PAGE : Reading.MOST;
      var cursor = new Cursor("v" + lab.entries.hashCode() + ";" + lab.entries.keySet().hashCode());
      return new Reading(List.of(), people.limit(most).toList(), Set.of(), true, cursor);
    }

    @Override
    public Optional<Reading> changes(Cursor since) throws DirectoryException {
      answered();
      var known = since.value().endsWith(";" + lab.entries.keySet().hashCode());
      if (lab.fault != Fault.ANY_CURSOR && lab.fault != Fault.FORGETS_GONE && !known) {
        return Optional.empty();
      }
      if (lab.fault == Fault.FORGETS_GONE && !since.value().startsWith("v")) {
        return Optional.empty();
      }
      var all = all();
      return Optional.of(new Reading(List.of(), all.people(), Set.of(), false, all.next()));
    }

    private void answered() throws DirectoryException {
      var factor = lab.fault == Fault.NO_DEADLINE ? 2 : 1;
      var end = System.nanoTime() + deadline.toNanos() * factor;
      while (lab.held && System.nanoTime() < end) {
        LockSupport.parkNanos(5_000_000);
      }
      if (lab.held) {
        var whom = lab.fault == Fault.NAMES_IN_TEXT ? " about " + lab.entries.keySet() : "";
        throw new DirectoryException(Trouble.UNAVAILABLE, "it does not answer" + whom);
      }
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  private PersonRecord person(Worker worker) {
    return new PersonRecord(
        new ForeignId(lab.fault == Fault.ID_FROM_MAIL ? "m" + worker.email() : worker.key()),
        Optional.empty(),
        worker.name(),
        worker.email(),
        worker.group(),
        "en",
        lab.fault == Fault.ALL_ACTIVE || worker.active());
  }
}
