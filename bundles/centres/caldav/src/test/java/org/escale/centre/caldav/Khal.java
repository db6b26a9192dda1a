package org.escale.centre.caldav;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.escale.spi.centre.SpaceRef;

/** Staff at a desktop: khal shows and writes a calendar of its own, vdirsyncer keeps it in step. */
final class Khal {
  private final Path folder;

  Khal(Path folder, int port, SpaceRef space) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("calendar"));
    configureSynchronising(port, space);
    configureShowing();
    vdirsyncer("discover", "rooms");
  }

  private void configureSynchronising(int port, SpaceRef space) throws IOException {
    write(
        "vdirsyncer.conf",
        "[general]",
        "status_path = \"%s/status\"".formatted(folder),
        "[pair rooms]",
        "a = \"here\"",
        "b = \"there\"",
        "collections = null",
        "[storage here]",
        "type = \"filesystem\"",
        "path = \"%s/calendar\"".formatted(folder),
        "fileext = \".ics\"",
        "[storage there]",
        "type = \"caldav\"",
        "url = \"http://127.0.0.1:%d%s\"".formatted(port, space.value()),
        "username = \"room\"",
        "password = \"secret\"");
  }

  private void configureShowing() throws IOException {
    write(
        "khal.conf",
        "[calendars]",
        "[[room]]",
        "path = %s/calendar".formatted(folder),
        "[locale]",
        "timeformat = %H:%M",
        "dateformat = %Y-%m-%d",
        "longdateformat = %Y-%m-%d",
        "datetimeformat = %Y-%m-%d %H:%M",
        "longdatetimeformat = %Y-%m-%d %H:%M",
        "local_timezone = Europe/Brussels",
        "default_timezone = Europe/Brussels",
        "[default]",
        "default_calendar = room",
        "[sqlite]",
        "path = %s/khal.db".formatted(folder));
  }

  /** Writes an event, as words of khal. */
  void writes(String... words) throws IOException {
    khal("new", words);
  }

  /** What the screen shows of some days. */
  String shows(String from, String days) throws IOException {
    return khal("list", from, days);
  }

  /** Deletes what shows that text. */
  void deletes(String text) throws IOException {
    try (var files = Files.list(folder.resolve("calendar"))) {
      for (var file : files.toList()) {
        if (Files.readString(file).contains(text)) {
          Files.delete(file);
        }
      }
    }
  }

  void synchronises() throws IOException {
    vdirsyncer("sync");
  }

  private void write(String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private String khal(String verb, String... words) throws IOException {
    var all = new ArrayList<>(List.of("/usr/bin/khal", "-c", folder + "/khal.conf", verb));
    all.addAll(List.of(words));
    return run(all);
  }

  private void vdirsyncer(String... words) throws IOException {
    var all = new ArrayList<>(List.of("/usr/bin/vdirsyncer", "-c", folder + "/vdirsyncer.conf"));
    all.addAll(List.of(words));
    run(all);
  }

  private String run(List<String> words) throws IOException {
    if (!new File(words.get(0)).canExecute()) {
      throw new IOException("install the Debian packages khal and vdirsyncer; ./test does it");
    }
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C.UTF-8");
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(words + ": " + said);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
    return said;
  }
}
