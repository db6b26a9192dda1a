package org.escale.itests.gear;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.escale.itests.process.Distribution;
import org.escale.itests.process.Finished;
import org.escale.tck.machine.Ports;

/** A Debian machine with systemd and nothing on it but the box's package. Needs root. */
final class BoxMachine implements AutoCloseable {
  private static final int CABLES_IN_A_NET = 64;

  private final String name = "escbox" + Ports.number();
  private final Path folder;
  private final Path script;
  private Process power;

  /** One that is off, at a cable from us. */
  BoxMachine(Path folder) throws IOException {
    this.folder = folder;
    this.script = folder.resolve("box-machine.sh");
    try (var text = BoxMachine.class.getResourceAsStream("box-machine.sh")) {
      Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
    }
    var laid = Finished.of(script("cable", here(), address(2)));
    assertEquals(laid.output(), 0, laid.code());
  }

  /** Our end of the cable. */
  String here() {
    return address(1);
  }

  private static String address(int last) {
    int cable = Ports.number();
    return "198.19.%d.%d"
        .formatted(200 + cable / CABLES_IN_A_NET, cable % CABLES_IN_A_NET * 4 + last);
  }

  /** Switches it on, with this file on its boot partition. */
  void power(String enrolment) throws IOException {
    var file = Files.writeString(folder.resolve("enrolment"), enrolment);
    Path box = Distribution.root().resolve("bundles/box/target/escale-box.deb");
    var disk = Files.createDirectory(folder.resolve("disk"));
    power =
        script("power", box.toString(), file.toString(), disk.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("power.said").toFile())
            .start();
  }

  /** What a command says there, which has to end well. */
  String in(String... command) {
    var done = tries(command);
    assertEquals(done.output() + journal(), 0, done.code());
    return done.output().strip();
  }

  /** The process of a unit; 0 for none. */
  long pid(String unit) {
    return Long.parseLong(in("systemctl", "show", "-P", "MainPID", unit));
  }

  /** What happened there. */
  String journal() {
    return tries("journalctl", "--no-pager", "-o", "short-precise", "-u", "escale*").output();
  }

  private Finished tries(String... command) {
    var words = new ArrayList<>(List.of("nsenter", "-m", "-p", "-n", "-u", "-i", "-C", "-t"));
    words.add("" + first());
    words.addAll(List.of(command));
    return Finished.of(new ProcessBuilder(words));
  }

  /** Its process 1, as we see it. */
  private long first() {
    Awaitility.await("systemd is there").until(() -> !power.isAlive() || systemd().isPresent());
    return systemd().map(ProcessHandle::pid).orElseThrow(() -> new AssertionError(said()));
  }

  private Optional<ProcessHandle> systemd() {
    return power
        .children()
        .filter(one -> one.info().command().orElse("").endsWith("/systemd/systemd"))
        .findFirst();
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("power.said"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder script(String order, String... words) {
    var all = new ArrayList<>(List.of("sh", script.toString(), order, name));
    all.addAll(List.of(words));
    return new ProcessBuilder(all);
  }

  /** Pulls the plug. */
  @Override
  public void close() {
    if (power != null) {
      power.descendants().forEach(ProcessHandle::destroyForcibly);
      power.destroyForcibly().onExit().join();
    }
    var gone = Finished.of(script("away"));
    assertEquals(gone.output(), 0, gone.code());
  }
}
