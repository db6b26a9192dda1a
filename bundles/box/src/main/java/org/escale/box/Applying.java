package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes a configuration into use: written beside the old one, read by the programs, started, and
 * only then the one that counts. Where a program refuses, the old one goes on. It may be broken off
 * anywhere; the next start goes on with the one that counts.
 */
final class Applying {
  private static final String CURRENT = "current";
  private static final String SECRET = "radius-secret";
  private static final int SECRET_BYTES = 24;

  private final Home home;
  private final Programs programs;
  private final Consumer<String> step;
  private boolean running;

  /** {@code step} hears the name of each step before it is taken. */
  Applying(Home home, Programs programs, Consumer<String> step) {
    this.home = home;
    this.programs = programs;
    this.step = step;
  }

  /** The digest of the configuration that counts; empty where there is none yet. */
  String current() throws IOException {
    return home.read(CURRENT).map(String::strip).orElse("");
  }

  /** After a start of the box: the programs work by what counts. */
  void resume() throws IOException {
    var current = current();
    if (!running && !current.isEmpty()) {
      step.accept("resume");
      programs.start(folder(current));
      running = true;
    }
  }

  /** The programs work by what counts, from its beginning: a key of theirs is another one. */
  void restart() throws IOException {
    running = false;
    resume();
  }

  /**
   * Takes it into use.
   *
   * @throws IOException if a program refuses it, in that program's words; then the old one counts
   */
  void apply(Delivery delivery) throws IOException {
    var before = current();
    if (delivery.digest().equals(before)) {
      return;
    }
    step.accept("write");
    var files = written(delivery);
    step.accept("check");
    programs.check(files);
    step.accept("start");
    try {
      programs.start(files);
      running = true;
    } catch (IOException refused) {
      step.accept("roll back");
      back(before);
      throw refused;
    }
    step.accept("commit");
    home.write(CURRENT, delivery.digest() + "\n");
    step.accept("tidy");
    tidy(delivery.digest(), before);
  }

  /** What does not run of the configuration that counts, in words; empty if all does. */
  String down() throws IOException {
    var current = current();
    try {
      return current.isEmpty() ? "" : programs.down(folder(current));
    } catch (IOException unknown) {
      return "whether all runs is not known: " + unknown.getMessage();
    }
  }

  private void back(String before) throws IOException {
    if (!before.isEmpty()) {
      programs.start(folder(before));
    }
  }

  private Path folder(String digest) {
    return folder(home, digest);
  }

  private static Path folder(Home home, String digest) {
    return home.path("config-" + digest);
  }

  /** The files by which the programs of that box work; empty where there are none yet. */
  static Optional<Path> files(Home home) throws IOException {
    return home.read(CURRENT).map(String::strip).map(digest -> folder(home, digest));
  }

  private Path written(Delivery delivery) throws IOException {
    var whole = folder(delivery.digest());
    if (Files.exists(whole)) {
      return whole;
    }
    var part = home.path("config.part");
    remove(part);
    var state = Files.createDirectories(home.path("state"));
    var own =
        Map.of(
            "@{radius-secret}", secret(),
            "@{keys}", home.path("keys").toString(),
            "@{files}", whole.toString(),
            "@{state}", state.toString());
    for (var file : delivery.files().entrySet()) {
      var text = file.getValue();
      for (var value : own.entrySet()) {
        text = text.replace(value.getKey(), value.getValue());
      }
      var path = part.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, text, UTF_8);
    }
    Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    return whole;
  }

  /** Between the programs of this box; it never leaves it. */
  private String secret() throws IOException {
    Optional<String> kept = home.read(SECRET);
    if (kept.isEmpty()) {
      var bytes = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(bytes);
      home.write(SECRET, HexFormat.of().formatHex(bytes));
    }
    return home.read(SECRET).orElseThrow();
  }

  /** Keeps the one that counts and the one before. */
  private void tidy(String now, String before) throws IOException {
    try (var all = Files.list(home.folder())) {
      for (var path : all.filter(p -> p.getFileName().toString().startsWith("config-")).toList()) {
        if (!path.equals(folder(now)) && !path.equals(folder(before))) {
          remove(path);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
