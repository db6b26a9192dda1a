package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts the agent: {@code run FOLDER} goes round every 30 s, hears in between that somebody came
 * or went, cuts off whom the hub lists no longer, shows the box's own page at port 8484 of this
 * machine and answers its FreeRADIUS at ports 1816 (who may come in) and 1817 (what was counted);
 * {@code decide FOLDER} reads a key or code from its input and says {@code segment, end} on one
 * line with code 0, or the reason on its error output with code 1.
 */
public final class Main {
  private static final int EVERY_SECONDS = 30;
  private static final int PAGE = 8484;
  private static final int ACCESS = 1816;
  private static final int ACCOUNTING = 1817;
  private static final HubFirst HUB = new HubFirst(1814);
  private static final Path START = Path.of("/usr/lib/escale-box/start");

  private Main() {}

  /** The command and the box's folder. */
  public static void main(String[] words) throws Exception {
    if (words.length == 2 && words[0].equals("decide")) {
      System.exit(decided(new Home(Path.of(words[1]).toAbsolutePath())) ? 0 : 1);
    } else if (words.length == 2 && words[0].equals("run")) {
      run(new Home(Path.of(words[1]).toAbsolutePath()));
    } else {
      System.err.println("escale-box run FOLDER | escale-box decide FOLDER");
      System.exit(2);
    }
  }

  /** What is refused at the other end has words; what does not get there has often none. */
  private static String why(Exception away) {
    return Optional.ofNullable(away.getMessage()).orElse("it cannot be reached");
  }

  /** Nobody is let in before it is on disk. */
  private static boolean decided(Home home) throws IOException {
    var me = Identity.of(home);
    var key = new String(System.in.readAllBytes(), UTF_8).strip();
    var now = Clock.systemUTC().instant();
    var verdict =
        me.map(known -> new Offline(home, known).decide(key, now))
            .orElseGet(() -> Offline.Verdict.no("this box is not enrolled"));
    var allowed = verdict.allowed();
    if (allowed.isPresent()) {
      new Spool(home).add("START", allowed.get().grant(), now);
      System.out.println(allowed.get().segment() + " " + allowed.get().until());
    } else {
      System.err.println(verdict.why());
    }
    return allowed.isPresent();
  }

  private static void run(Home home) throws IOException, InterruptedException {
    var agent = new Agent(home, Clock.systemUTC(), new DebianPrograms(START), step -> {});
    var inside = agent.inside();
    try (var page = new LocalPage(home, Clock.systemUTC(), PAGE);
        var access = new LocalRadius(home, Clock.systemUTC(), ACCESS, HUB, inside);
        var accounting = new LocalRadius(home, Clock.systemUTC(), ACCOUNTING, HUB, inside)) {
      System.out.println("page at port " + page.port());
      System.out.println("RADIUS at ports " + access.port() + " and " + accounting.port());
      live(agent);
    }
  }

  /** Goes round and hears in between, until the thread is interrupted. */
  static void live(Agent agent) throws InterruptedException {
    try (var news = agent.news()) {
      while (!news.ended()) {
        try {
          System.out.println(agent.round() ? "GREEN" : "RED: a program refuses the configuration");
        } catch (IOException | IllegalArgumentException away) {
          System.out.println("without the hub: " + why(away));
        }
        TimeUnit.SECONDS.sleep(EVERY_SECONDS);
      }
    }
  }
}
