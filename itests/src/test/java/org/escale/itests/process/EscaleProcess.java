package org.escale.itests.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.escale.tck.machine.Frozen;
import org.escale.tck.machine.Ports;

/**
 * The assembled distribution as a process of its own, started as an operator does. For one test
 * thread.
 *
 * <pre>{@code
 * try (var escale = EscaleProcess.start(folder.getRoot().toPath(), "--sandbox")) {
 *   escale.awaitReady();
 *   var answer = escale.http().get("/api/v1/versions");
 * }
 * }</pre>
 *
 * <p>The same data folder can be started again after {@link #stop()} or {@link #kill()}: what an
 * instance acknowledged must still be there. A free port is taken unless {@code --port} is given.
 */
public final class EscaleProcess implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(5);
  private static final long STOP_SECONDS = 30;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final Path data;
  private final int port;
  private final Path console;
  private final Process process;

  private EscaleProcess(Path data, int port, Path console, Process process) {
    this.data = data;
    this.port = port;
    this.console = console;
    this.process = process;
  }

  /** Starts an instance with all of its data in one folder, and does not wait for it. */
  public static EscaleProcess start(Path data, String... options) {
    List<String> given = List.of(options);
    int at = given.indexOf("--port");
    int port = at < 0 ? Ports.free() : Integer.parseInt(given.get(at + 1));
    var words = new ArrayList<>(List.of("--data", data.toString()));
    words.addAll(given);
    if (at < 0) {
      words.addAll(List.of("--port", Integer.toString(port)));
    }
    try {
      Path console = Files.createTempFile(Path.of("target"), "escale-", ".console");
      Process process = command(words).redirectOutput(console.toFile()).start();
      return new EscaleProcess(data.toAbsolutePath(), port, console, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the launcher with these options until it ends by itself. */
  public static Finished run(String... options) {
    return Finished.of(command(List.of(options)));
  }

  /** The launcher with these options, to be changed before it is started. */
  public static ProcessBuilder command(List<String> options) {
    var command = new ArrayList<>(List.of(Distribution.home().resolve("bin/escale").toString()));
    command.addAll(options);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  /** Waits until {@code /health/ready} says 200, at most five minutes. */
  public EscaleProcess awaitReady() {
    return await("/health/ready answers 200", () -> http().get("/health/ready").status() == 200);
  }

  /** Waits until something answers at the HTTP port, at most five minutes. */
  public EscaleProcess awaitHttp() {
    return await("HTTP answers", () -> http().get("/").status() > 0);
  }

  private EscaleProcess await(String what, Condition condition) {
    try {
      Awaitility.await(what)
          .atMost(READY_WITHIN)
          .pollInterval(Duration.ofMillis(100))
          .until(() -> !process.isAlive() || holds(condition));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(what + " did not come true\n" + logs(), e);
    }
    if (!process.isAlive()) {
      throw new AssertionError("ended with " + process.exitValue() + "\n" + logs());
    }
    return this;
  }

  private static boolean holds(Condition condition) {
    try {
      return condition.holds();
    } catch (UncheckedIOException e) {
      return false; // it does not listen yet
    }
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds();
  }

  /** SIGTERM, and at most 30 s to end. Answers the exit code. */
  public int stop() {
    process.destroy();
    return ended();
  }

  /** SIGKILL: no chance to write anything more. */
  public void kill() {
    process.destroyForcibly();
    ended();
  }

  /** Sends a signal, for example {@code STOP}, and goes on. */
  public void signal(String name) {
    Finished.signal(process.pid(), name);
  }

  /** Stops every thread of it (SIGSTOP) until it is told to {@code CONT}. */
  public void freeze() {
    Frozen.freeze(process.pid());
  }

  private int ended() {
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("did not end within " + STOP_SECONDS + " s\n" + logs());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Runs one console command in this instance. */
  public Finished exec(String command) {
    return run("--data", data.toString(), "--exec", command);
  }

  /** Requests without credentials. */
  public Http http() {
    return new Http(CLIENT, URI.create("http://127.0.0.1:" + port), "");
  }

  /** Requests as one account of the demonstration; see {@link Accounts}. */
  public Http http(Accounts.Account account) {
    return new Http(CLIENT, URI.create("http://127.0.0.1:" + port), account.token());
  }

  /** Requests as the account of that name. */
  public Http as(String username) {
    return http(accounts().named(username));
  }

  /** Moves a sandbox's clock as that order says; answers what it shows then. */
  public Instant clock(String order) {
    var moved = as("operator").post("/api/v1/sandbox/clock", order);
    if (moved.status() != 200) {
      throw new AssertionError(moved.status() + " " + moved.body());
    }
    return Instant.parse(moved.json().path("now").asText());
  }

  /** The accounts of the demonstration. */
  public Accounts accounts() {
    return Accounts.read(data.resolve("demo-accounts.json"));
  }

  public Path data() {
    return data;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What went to the terminal, and the end of the log: for messages of failed tests. */
  public String logs() {
    return Tail.of(console, 50) + "\n--- log\n" + Tail.of(data.resolve("log/escale.log"), 120);
  }

  /** What went to the terminal so far. */
  public String console() {
    return Tail.of(console, Integer.MAX_VALUE);
  }

  /** Ends it, cleanly if it still can. */
  @Override
  public void close() {
    if (process.isAlive()) {
      process.destroy();
      try {
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
