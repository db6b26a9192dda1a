package org.escale.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody who subscribes with programs that nobody here wrote: vdirsyncer fetches, khal shows. */
final class Subscriber {
  private static final int PATIENCE = 60;
  private final Path home;

  Subscriber(Path home, String url) {
    this.home = home;
    write(
        "vdirsyncer.conf",
        """
        [general]
        status_path = "%1$s/status"
        [pair room]
        a = "ours"
        b = "theirs"
        collections = null
        conflict_resolution = "b wins"
        partial_sync = "revert"
        [storage ours]
        type = "filesystem"
        path = "%1$s/room"
        fileext = ".ics"
        [storage theirs]
        type = "http"
        url = "%2$s"
        """
            .formatted(home, url));
    write(
        "khal.conf",
        """
        [calendars]
        [[room]]
        path = %1$s/room
        readonly = True
        [locale]
        local_timezone = Europe/Brussels
        default_timezone = Europe/Brussels
        timeformat = %%H:%%M
        dateformat = %%Y-%%m-%%d
        longdateformat = %%Y-%%m-%%d
        datetimeformat = %%Y-%%m-%%d %%H:%%M
        longdatetimeformat = %%Y-%%m-%%d %%H:%%M
        [sqlite]
        path = %1$s/khal.db
        """
            .formatted(home));
    run("/usr/bin/vdirsyncer", "-c", home + "/vdirsyncer.conf", "discover");
  }

  /** Fetches what is there now. */
  Subscriber fetch() {
    run("/usr/bin/vdirsyncer", "-c", home + "/vdirsyncer.conf", "sync");
    return this;
  }

  /** The entries of that day on its screen, each as begin, end and title. */
  List<String> shown(String day) {
    return run(
            "/usr/bin/khal",
            "-c",
            home + "/khal.conf",
            "list",
            "--day-format",
            "",
            "--format",
            "{start-time} {end-time} {title}",
            day,
            "1d")
        .lines()
        .filter(line -> line.matches("\\d\\d:.*"))
        .toList();
  }

  /** What a Python program prints that gets this text. */
  String python(String program, String text) {
    return run("/usr/bin/python3", "-c", program, write("text", text).toString());
  }

  private Path write(String name, String text) {
    try {
      Files.createDirectories(home.resolve("room"));
      return Files.writeString(home.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String run(String... words) {
    try {
      var builder = new ProcessBuilder(new ArrayList<>(List.of(words)));
      builder.redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile());
      builder.environment().putAll(Map.of("HOME", home.toString(), "LANG", "C.UTF-8"));
      builder.environment().put("NO_PROXY", "127.0.0.1");
      var process = builder.start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", words) + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException("the Debian packages khal and vdirsyncer are needed", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
