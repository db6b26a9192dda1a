package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cuts off the devices of sessions that the hub lists no longer: nobody else can, since radsecproxy
 * passes no disconnects on. Sessions that a code opened are left alone, as the list may not know
 * them yet. For one thread.
 */
final class Cuts {
  private static final Pattern PORT = Pattern.compile("(?m)^radius_das_port=(\\d{1,5})$");
  private static final Pattern GRANT = Pattern.compile("(?m)^grant (\\S+) ");

  private final Home home;
  private final Clock clock;
  private final Inside inside;
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
  void by(long turn) {
    try {
      var list = list();
      if (list.isPresent() && !list.get().equals(judged)) {
        judged = list.get();
        var live = live(judged);
        var silent = new HashSet<Integer>(); // is waited for once, not for each device
        for (var came : inside.until(turn)) {
          if (!live.contains(came.session()) && cut(came.device(), silent)) {
            inside.gone(came);
          }
        }
      }
    } catch (IOException unreadable) {
      System.out.println("nobody can be cut off: " + unreadable.getMessage());
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
    System.out.println(all ? "a device is cut off" : "a device is not cut off yet");
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
