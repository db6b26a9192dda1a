package org.escale.demo;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.escale.demo.CentreList.Row;
import org.escale.service.Directory;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts sites, centres, spaces, extras and gateways into the directory. */
@Component(service = DemoPlaces.class)
public final class DemoPlaces {
  /** Many at a time share one write to the disk. */
  private static final int AT_ONCE = 16;

  private final Directory directory;

  /** Into that directory. */
  @Activate
  public DemoPlaces(@Reference Directory directory) {
    this.directory = directory;
  }

  /** All of it; what is there already stays as it is. */
  void load() {
    var pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var rows = CentreList.rows();
      save(pool, rows.stream().map(row -> plan(row).site(row)));
      save(pool, rows.stream().map(row -> plan(row).centre(row)));
      save(pool, rows.stream().flatMap(DemoPlaces::inside));
    } finally {
      pool.shutdown();
    }
  }

  private static Stream<Word> inside(Row row) {
    var plan = plan(row);
    return Stream.of(plan.spaces(row), plan.extras(row), List.of(plan.gateway(row)))
        .flatMap(List::stream);
  }

  private static CentrePlan plan(Row row) {
    return CentrePlan.of(row.kind());
  }

  private void save(ExecutorService pool, Stream<? extends Word> words) {
    var saving = words.map(word -> pool.submit(() -> one(word))).toList();
    for (Future<?> one : saving) {
      try {
        one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Demo.Unfinished("interrupted");
      } catch (ExecutionException e) {
        throw new Demo.Unfinished(String.valueOf(e.getCause().getMessage()));
      }
    }
  }

  private boolean one(Word word) {
    return Demo.done(directory.save(Demo.OPERATOR, word, 0));
  }
}
