package org.escale.store.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.StoreException;
import org.escale.word.Entry;

/** Some changes that are written in one transaction, each of them whole or not at all. */
final class Batch {
  private final Drafting drafting;
  private final List<Task> tasks;
  private final List<Runnable> answers = new ArrayList<>();

  Batch(Drafting drafting, List<Task> tasks) {
    this.drafting = drafting;
    this.tasks = tasks;
  }

  /**
   * Drafts and writes them after entry {@code head}; the entries they made. Where it fails, memory
   * is as it was before.
   */
  List<Entry> write(Ownership owner, long head) throws SQLException {
    var draft = owner.draft(tasks.stream().map(Task::change).toList());
    var entries = new ArrayList<Entry>();
    boolean committed = false;
    try {
      for (var task : tasks) {
        draft(task, new Writing(draft, head + entries.size() + 1, task.bodies()), entries);
      }
      if (entries.isEmpty()) {
        owner.nothing();
      } else {
        owner.write(draft);
      }
      committed = true;
      return entries;
    } finally {
      if (!committed) {
        draft.undo.backTo(0);
      }
    }
  }

  private void draft(Task task, Writing writing, List<Entry> entries) throws SQLException {
    try {
      var drafted = drafting.draft(task.change(), writing);
      drafted.entry().ifPresent(entries::add);
      CommitOutcome outcome = drafted.outcome();
      answers.add(() -> task.answer(outcome));
    } catch (RuntimeException mistake) {
      answers.add(() -> task.fail(mistake));
    }
  }

  /** Answers all of them, each as it came out. */
  void answer() {
    answers.forEach(Runnable::run);
  }

  /** Tells all of them that the database could not do it. */
  void fail(SQLException why) {
    tasks.forEach(task -> task.fail(new StoreException("not written: " + why.getMessage(), why)));
  }
}
