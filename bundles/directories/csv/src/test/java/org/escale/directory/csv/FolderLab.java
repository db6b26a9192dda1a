package org.escale.directory.csv;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.tck.directory.DirectoryLab;
import org.escale.tck.directory.Worker;

/**
 * A platform that exports its people by writing a file and renaming it, and a disk that hangs: a
 * pipe at the file's place, which nobody writes into.
 */
final class FolderLab implements DirectoryLab, AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(2);

  private final CsvDirectory adapter = new CsvDirectory();
  private final Path folder;
  private final Map<String, Worker> workers = new TreeMap<>();
  private boolean held;

  FolderLab() throws IOException {
    folder = Files.createTempDirectory("escale-csv-directory");
    Files.createDirectory(folder.resolve("in"));
    Files.createDirectory(folder.resolve("out"));
  }

  @Override
  public DirectoryAdapter adapter() {
    return adapter;
  }

  @Override
  public DirectoryConfig config() {
    return config(Map.of());
  }

  DirectoryConfig config(Map<String, String> more) {
    var settings = new TreeMap<>(Map.of(CsvDirectory.FOLDER, folder.toUri().toString()));
    settings.putAll(more);
    return new DirectoryConfig(settings, DEADLINE);
  }

  @Override
  public DirectoryConfig broken() {
    return new DirectoryConfig(Map.of(CsvDirectory.FOLDER, "http://x/"), DEADLINE);
  }

  @Override
  public void clear() {
    workers.clear();
    export();
  }

  @Override
  public void put(Worker worker) {
    workers.put(worker.key(), worker);
    export();
  }

  @Override
  public void remove(String key) {
    workers.remove(key);
    export();
  }

  @Override
  public String text() {
    return read("in/people.csv");
  }

  @Override
  public void silent(boolean now) {
    if (now == held) {
      return;
    }
    held = now;
    var file = folder.resolve("in/people.csv");
    try {
      if (now) {
        var pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
        Files.move(pipe, file, StandardCopyOption.REPLACE_EXISTING);
      } else {
        var both = new RandomAccessFile(file.toFile(), "rw");
        export();
        both.close();
      }
    } catch (IOException odd) {
      throw new UncheckedIOException(odd);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** A file as some other program writes it, there at one moment. */
  void put(String name, String text, Charset charset) {
    try {
      var part = folder.resolve("part");
      Files.write(part, text.getBytes(charset));
      Files.move(part, folder.resolve("in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException odd) {
      throw new UncheckedIOException(odd);
    }
  }

  /** What stands there; empty if nothing does. */
  String read(String name) {
    try {
      var file = folder.resolve(name);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException odd) {
      throw new UncheckedIOException(odd);
    }
  }

  private void export() {
    var rows =
        workers.values().stream()
            .map(
                w ->
                    String.join(
                        ";",
                        w.key(),
                        "\"" + w.name() + "\"",
                        w.email(),
                        w.group(),
                        "nl",
                        w.active() ? "yes" : "no"))
            .collect(Collectors.joining("\r\n"));
    var heading = "\uFEFFId;Name;Email;Group;Language;Active\r\n";
    put("people.csv", heading + rows + (rows.isEmpty() ? "" : "\r\n"), StandardCharsets.UTF_8);
  }
}
