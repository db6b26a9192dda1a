package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The programs of Debian 12. Each reads its files before the box works by them; one that is missing
 * is a refusal.
 *
 * @param starting the command that starts them, with the folder of files behind it
 */
record DebianPrograms(Path starting) implements Programs {
  private static final int LIMIT_SECONDS = 20;
  private static final List<String> HOSTAPD_SPOKE =
      List.of("AP-ENABLED", "AP-DISABLED", "errors found", "Failed");

  @Override
  public void check(Path files) throws IOException {
    well(files, "nft", "-c", "-f", "nftables.conf");
    well(files, "dnsmasq", "--test", "-C", "dnsmasq.conf");
    well(files, "radsecproxy", "-p", "-f", "-c", "radsecproxy.conf");
    well(files, "freeradius", "-d", files.resolve("freeradius").toString(), "-XC");
    try (var all = Files.list(files.resolve("hostapd"))) {
      for (var file : all.filter(f -> f.toString().endsWith(".conf")).sorted().toList()) {
        hostapd(files, file);
      }
    }
  }

  @Override
  public void start(Path files) throws IOException {
    well(files, starting.toString(), files.toString());
  }

  /** As systemd says: a program that is started again and again does not run. */
  @Override
  public String down(Path files) throws IOException {
    var units = well(files, starting.resolveSibling("down").toString(), files.toString()).strip();
    return units.isEmpty() ? "" : "does not run: " + units.replace("\n", ", ");
  }

  /**
   * hostapd has no mode for checking: with the driver that does nothing it comes up, or says why.
   * It hears no disconnects then: their port is that of the one that works.
   */
  private static void hostapd(Path files, Path file) throws IOException {
    var trial = Files.createTempDirectory("escale-box");
    try {
      var conf = trial.resolve("hostapd.conf");
      var text = Files.readString(file, UTF_8);
      Files.writeString(
          conf,
          text.replace("driver=nl80211", "driver=none")
              .replaceAll("(?m)^radius_das_port=.*$", "radius_das_port=0")
              .replace("ctrl_interface=/run/hostapd", "ctrl_interface=" + trial.resolve("run")),
          UTF_8);
      var said = spoken(files, "hostapd", conf.toString());
      if (!said.contains("AP-ENABLED")) {
        throw new IOException("hostapd: " + said);
      }
    } finally {
      try (var left = Files.walk(trial)) {
        left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  private static String spoken(Path folder, String... command) throws IOException {
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new StringBuilder();
    try (var lines = process.inputReader(UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        if (HOSTAPD_SPOKE.stream().anyMatch(line::contains)) {
          break;
        }
      }
    } finally {
      process.destroyForcibly();
    }
    return said.toString();
  }

  private static String well(Path folder, String... command) throws IOException {
    var output = Files.createTempFile("escale-box", ".txt");
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command[0] + " does not end");
      }
      var said = Files.readString(output, UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException(command[0] + ": " + said.substring(Math.max(0, said.length() - 400)));
      }
      return said;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    } finally {
      Files.delete(output);
    }
  }
}
