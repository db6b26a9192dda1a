package org.escale.core.directories;

import java.util.List;
import java.util.Optional;
import org.escale.adapter.DirectoryId;
import org.escale.core.commits.Commits;
import org.escale.service.Progress;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;

/**
 * Commits steps in batches. Where somebody changed one of them meanwhile, its batch is done step by
 * step, and that one is left for the next reading.
 */
record Applying(Commits commits, DirectoryId directory, Tally tally) {
  private static final int BATCH = 200;

  /** All of them, in their order; how many were left. */
  int apply(List<Step> steps, Progress progress) {
    int left = 0;
    for (int from = 0; from < steps.size(); from += BATCH) {
      progress.at(from, steps.size());
      left += batch(steps.subList(from, Math.min(steps.size(), from + BATCH)));
    }
    return left;
  }

  private int batch(List<Step> steps) {
    if (committed(steps)) {
      return 0;
    }
    int left = 0;
    for (var step : steps) {
      if (!committed(List.of(step))) {
        tally.conflict(step);
        left++;
      }
    }
    return left;
  }

  private boolean committed(List<Step> steps) {
    var writes = steps.stream().flatMap(step -> step.writes().stream()).toList();
    var change = new Change("directory:" + directory, Optional.empty(), writes, List.of());
    return commits.commit(change) instanceof CommitOutcome.Committed;
  }
}
