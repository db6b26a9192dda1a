package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.escale.box.Inside.Came;

/**
 * Cuts off the devices of sessions that the hub lists no longer: nobody else can, since radsecproxy
 * passes no disconnects on. Sessions that a code opened are left alone, as the list may not know
 * them yet. Safe for many threads, one at a time.
 */
final class Cuts {
  private static final Pattern PORT = Pattern.compile("(?m)^radius_das_port=(\\d{1,5})$");
  private static final Pattern GRANT = Pattern.compile("(?m)^grant (\\S+) ");

  /**
   * So long after a device was let in it may come back unasked: hostapd remembers who has a key of
   * its own for 30 s, and a device that is disconnected is back in less than one.
   */
  static final Duration REMEMBERED = Duration.ofSeconds(35);

  private final Home home;
  private final Clock clock;
  private final Inside inside;
  private final Set<Came> mayComeBack = new HashSet<>();
  private String judged = "";

  Cuts(Home home, Clock clock, Inside inside) {
    this.home = home;
    this.clock = clock;
    this.inside = inside;
  }

  /**
   * Goes by the list that is kept, if it is another than last time and was asked for after that
   * turn: who came later may not be in it yet. What does not answer is tried again with the next.
   */
  synchronized void by(long turn) {
    try {
      var list = list();
      if (list.isPresent() && !list.get().equals(judged)) {
        judged = list.get();
        var live = live(judged);
        cut(inside.until(turn).stream().filter(came -> !live.contains(came.session())).toList());
      }
    } catch (IOException unreadable) {
      System.out.println("nobody can be cut off: " + unreadable.getMessage());
    }
  }

  /** The turn of whoever came last. */
  long turn() {
    return inside.turn();
  }

  /** Cuts off again who was cut off and may be back; whom no radio answers for waits for a list. */
  synchronized void again() {
    try {
      mayComeBack.removeIf(came -> !inside.holds(came)); // who came anew by a session that goes on
      cut(List.copyOf(mayComeBack));
    } catch (IOException unreadable) {
      System.out.println("nobody can be cut off: " + unreadable.getMessage());
    }
  }

  private void cut(List<Came> all) throws IOException {
    var silent = new HashSet<Integer>(); // is waited for once, not for each device
    for (var came : all) {
      boolean back = clock.instant().isBefore(came.at().plus(REMEMBERED));
      boolean done = cut(came.device(), silent);
      boolean known = (done && back) ? !mayComeBack.add(came) : mayComeBack.remove(came);
      if (done && !back) {
        inside.gone(came);
      }
      if (!known) {
        System.out.println(done ? "a device is cut off" : "a device is not cut off yet");
      }
    }
  }

  private Optional<String> list() throws IOException {
    var me = Identity.of(home);
    return me.isEmpty() ? Optional.empty() : new Entitlements(home, me.get()).list();
  }

  private static Set<String> live(String list) {
    return GRANT.matcher(list).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  /** Whether each radio has said that the device is gone, or was not there. */
  private boolean cut(String device, Set<Integer> silent) throws IOException {
    var secret = home.read("radius-secret").orElse("").getBytes(UTF_8);
    var disconnect = new Disconnect(device, clock.instant(), secret);
    boolean all = true;
    for (int port : ports()) {
      if (!silent.contains(port) && !disconnect.done(port)) {
        silent.add(port);
      }
      all &= !silent.contains(port);
    }
    return all;
  }

  private List<Integer> ports() throws IOException {
    var files = Applying.files(home).map(folder -> folder.resolve("hostapd"));
    if (files.filter(Files::isDirectory).isEmpty()) {
      return List.of();
    }
    try (var all = Files.list(files.get())) {
      return all.filter(path -> path.toString().endsWith(".conf"))
          .map(Cuts::text)
          .flatMap(text -> PORT.matcher(text).results())
          .map(MatchResult::group)
          .map(line -> Integer.valueOf(line.substring(line.indexOf('=') + 1)))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException gone) {
      return "";
    }
  }
}
