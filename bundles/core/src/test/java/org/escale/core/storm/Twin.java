package org.escale.core.storm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.escale.adapter.AdapterId;
import org.escale.adapter.InstalledAdapter;
import org.escale.centre.caldav.CalDavAdapter;
import org.escale.centre.csv.CsvAdapter;
import org.escale.core.centres.Freshness;
import org.escale.core.fixture.Answers;
import org.escale.core.fixture.Engine;
import org.escale.core.fixture.Hall;
import org.escale.core.fixture.Words;
import org.escale.federation.CentreId;
import org.escale.federation.Space;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.tck.centre.CutLine;

/**
 * A hall, and the centre {@code cei} that keeps its own: a Radicale for its desks and a folder in
 * which its desk program writes what happens, both behind a line that can be cut.
 */
final class Twin implements AutoCloseable {
  static final CentreId CEI = new CentreId("cei");
  private static final String HEADING = "key,booking,kind,at,what,quantity\n";

  final Hall hall = new Hall();
  final Engine engine = new Engine(hall.house, hall.steward);
  final Radicale radicale = new Radicale();
  final List<Space> desks = new ArrayList<>();

  private final CutLine line;
  private final Path shared = Files.createTempDirectory("escale-twin").resolve("shared");
  private final Path away = shared.resolveSibling("away");
  private final List<String> entered = new ArrayList<>();

  Twin(int number, int members) throws Exception {
    Files.createDirectories(shared.resolve("in"));
    Files.createDirectories(shared.resolve("out"));
    var port = URI.create(radicale.url()).getPort();
    line = new CutLine(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    hall.centre(CEI.value(), 0);
    for (int n = 0; n < number; n++) {
      desks.add(desk("cei-" + n));
    }
    var company = Words.company("d", "borea");
    hall.house.put(company);
    for (int n = 0; n < members; n++) {
      hall.house.put(Words.member("m" + n, company, "it"));
    }
    install();
  }

  private Space desk(String id) throws Exception {
    var plain = Words.space(id, CEI.value(), SpaceKind.DESK);
    var desk =
        new Space(
            plain.id(),
            plain.centre(),
            plain.name(),
            plain.kind(),
            plain.seats(),
            plain.layouts(),
            plain.features(),
            TruthMode.CENTRE_CHECKED);
    hall.house.put(desk);
    radicale.calendar(id);
    return desk;
  }

  private void install() {
    hall.house.systems.addAdapter(new CalDavAdapter(hall.house.clock));
    hall.house.systems.addAdapter(new CsvAdapter(hall.house.clock));
    var named = new HashMap<String, String>();
    desks.forEach(desk -> named.put(desk.id().value(), "/room/" + desk.id() + "/"));
    var url = "http://127.0.0.1:" + line.address().getPort() + "/room/";
    var calendar = Map.of("url", url, "username", "room", "password", "x", "localToo", "true");
    install("caldav", calendar, named, Duration.ofMinutes(2));
    var files =
        Map.of("place", shared.toUri().toString(), "zone", "Europe/Brussels", "events", "true");
    install("csv", files, Map.of(), Duration.ofSeconds(30));
    await(() -> desks.stream().allMatch(this::read));
  }

  private boolean read(Space desk) {
    return hall.house.freshness.asOf(desk, hall.house.clock.instant()).isPresent()
        && Freshness.decidedThere(desk);
  }

  private void install(
      String kind, Map<String, String> settings, Map<String, String> named, Duration poll) {
    var row =
        new InstalledAdapter(
            new AdapterId(kind + "-cei"), CEI, kind, settings, named, poll, Duration.ofSeconds(10));
    Answers.done(engine.adapters.install(hall.house.federation(), row, 0));
  }

  /** The link is cut, or whole again. */
  void cut(boolean now) throws IOException {
    line.becomes(now ? CutLine.State.CUT : CutLine.State.WHOLE);
    Files.move(now ? shared : away, now ? away : shared);
  }

  /** Where the desk program's files are. */
  Path files() {
    return Files.exists(shared) ? shared : away;
  }

  /** The desk program notes what its staff typed. */
  void enter(String row) throws IOException {
    entered.add(row);
    var text = HEADING + String.join("\n", entered) + "\n";
    var fresh = Files.writeString(files().resolve("in/_events.tmp"), text);
    Files.move(fresh, files().resolve("in/_events.csv"), StandardCopyOption.REPLACE_EXISTING);
  }

  /** A moment passes. */
  void pass(Duration time) {
    hall.house.clock.advance(time);
    hall.steward.runDue();
    LockSupport.parkNanos(4_000_000);
  }

  /** Moved time does not run away from a program that needs real time to answer. */
  void keepPace() {
    for (int n = 0; n < 40 && Files.exists(shared) && asks(); n++) {
      pass(Duration.ofMillis(250));
    }
  }

  private boolean asks() {
    return hall.house.store.messages("centre", 1000).stream().anyMatch(m -> m.due().isPresent());
  }

  /** Lets time go by until it is so. */
  void await(java.util.function.BooleanSupplier so) {
    var end = System.nanoTime() + 60_000_000_000L;
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it never came to rest: " + waiting());
      }
      pass(Duration.ofSeconds(1));
    }
  }

  /** What is still to be told or done. */
  List<String> waiting() {
    return List.of("centre", "centre-tell", "centre-told", "late").stream()
        .flatMap(kind -> hall.house.store.messages(kind, 1000).stream())
        .map(message -> message.effect().key() + " " + message.why())
        .toList();
  }

  @Override
  public void close() throws IOException {
    hall.close();
    line.close();
    radicale.close();
    try (var files = Files.walk(shared.getParent())) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
