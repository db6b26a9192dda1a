package org.escale.core.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plug-ins that ran when the process ended for want of memory: their code is not called again until
 * an operator releases them, also after more restarts (law E3). A process that was killed, or lost
 * its power, says nothing about whoever was running. Safe for many threads.
 *
 * <p>Files in the data folder: {@code plug-ins-running}, {@code plug-ins-in-quarantine} with a name
 * a line, and {@code out-of-memory}, which the launch options write when memory is exhausted.
 */
@Component(service = Quarantine.class)
public final class Quarantine {
  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

  private final Optional<Path> folder;
  private final Markers markers;
  private final Set<String> names = new TreeSet<>();

  /** Of this instance's data folder; without one nothing outlives the process. */
  @Activate
  public Quarantine() {
    this(Optional.ofNullable(System.getProperty("escale.data")).map(Path::of));
  }

  /** Of that folder. */
  public Quarantine(Optional<Path> folder) {
    this.folder = folder;
    this.markers =
        folder.map(f -> Markers.in(f.resolve("plug-ins-running"))).orElseGet(Markers::nowhere);
    folder.ifPresent(this::look);
    markers.clear();
  }

  /** Whether the code of that plug-in must not be called. */
  public synchronized boolean holds(String name) {
    return names.contains(name);
  }

  /** Those whose code must not be called, by name. */
  public synchronized Set<String> names() {
    return Set.copyOf(names);
  }

  /**
   * Lets it run again; whether it was there.
   *
   * @throws UncheckedIOException if that cannot be kept
   */
  public synchronized boolean release(String name) {
    var there = names.remove(name);
    if (there) {
      keep();
      LOG.info("plug-in {} is released from quarantine", name);
    }
    return there;
  }

  /** The same call into the code of that plug-in, marked while it runs. */
  public <T> Callable<T> marked(String name, Callable<T> call) {
    return markers.marked(name, call);
  }

  private void look(Path data) {
    try {
      var before = data.resolve("plug-ins-in-quarantine");
      if (Files.exists(before)) {
        names.addAll(Files.readAllLines(before));
      }
      if (Files.deleteIfExists(data.resolve("out-of-memory"))) {
        var ran = markers.running();
        names.addAll(ran);
        keep();
        LOG.warn("memory was exhausted; in quarantine now: {}", ran);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep() {
    try {
      if (folder.isPresent()) {
        Files.write(folder.get().resolve("plug-ins-in-quarantine"), names);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
