package org.escale.itests.badday;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;

/** One instance on its bad days: the load on it, what it answers meanwhile, and the reckoning. */
final class Day implements AutoCloseable {
  private static final int BOOKINGS = 25;
  private static final String SEARCH = "/api/v1/availability?lat=50.5&lon=4.6&from=%s&to=%s";

  /** The store waits 10 s for its writer and 5 s for a connection; this is longer. */
  private static final Duration FROZEN = Duration.ofSeconds(16);

  private final Path data;
  private final String[] options;
  private final Ledger ledger = new Ledger();
  private final Field field;
  private EscaleProcess escale;
  private int storms;

  /** Starts the demonstration there. */
  Day(Path data, String... options) {
    this.data = data;
    this.options = options;
    this.escale = EscaleProcess.start(data, options).awaitReady();
    this.field = Field.of(escale);
  }

  /** Clients that book until they are told to stop; each time others. */
  Storm storm() {
    storms++;
    return new Storm(member(), field, ledger, storms);
  }

  /** Waits until some more bookings are acknowledged. */
  void awaitBookings() {
    int before = ledger.size();
    Awaitility.await("bookings under load")
        .atMost(Duration.ofMinutes(1))
        .until(() -> ledger.size() >= before + BOOKINGS);
  }

  /** How many bookings were acknowledged so far. */
  int acknowledged() {
    return ledger.size();
  }

  /** The status of readiness. */
  int ready() {
    return escale.http().get("/health/ready").status();
  }

  /** The status of liveness. */
  int live() {
    return escale.http().get("/health/live").status();
  }

  /** The status of a search, which is answered from memory. */
  int searched() {
    var from = field.firstDay();
    return member().get(SEARCH.formatted(from, from.plus(Duration.ofHours(1)))).status();
  }

  /** Stops it (SIGSTOP) until a client has waited longer than any patience inside; then goes on. */
  void freeze() {
    escale.freeze();
    var unanswered =
        assertThrows(
            UncheckedIOException.class,
            () -> escale.http().send(escale.http().to("/health/live").timeout(FROZEN).GET()));
    assertTrue("it was frozen", unanswered.getCause() instanceof HttpTimeoutException);
    escale.signal("CONT");
  }

  void awaitReady() {
    escale.awaitReady();
  }

  /** Its process. */
  long pid() {
    return escale.pid();
  }

  /** Ends it cleanly and starts the same folder again. */
  void startAgain() {
    escale.stop();
    escale = EscaleProcess.start(data, options).awaitReady();
  }

  /** What clients were told against what is there. */
  void audit() {
    var audit = new Audit(escale, ledger);
    audit.finishWhatWasOpen();
    audit.check();
  }

  private Http member() {
    return escale.http(escale.accounts().first("member"));
  }

  @Override
  public void close() {
    escale.close();
  }
}
