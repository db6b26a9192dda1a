package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The agent of a box as a process of its own whose parent tells it the time, a line each: {@code
 * clock <instant>}, {@code round <instant>}, or {@code hold <instant> <step>} for a round that
 * stands still at a step, as if it took long, until it is killed. After {@code live <instant>} it
 * lives as it does in a centre, and time goes on by itself.
 */
public final class MovedBox {
  private volatile Instant now = Instant.EPOCH;
  private volatile long standing = STANDS;
  private volatile String held = "";
  private final String hears;

  private static final long STANDS = -1;

  private MovedBox(String hears) {
    this.hears = hears;
  }

  /**
   * The box's folder; where RADIUS is to be answered, the agent's two ports, radsecproxy's, and
   * where the radio hears disconnects.
   */
  public static void main(String[] words) throws IOException {
    var box = new MovedBox(words.length > 4 ? words[4] : "");
    var home = new Home(Path.of(words[0]));
    if (words.length == 1) {
      box.serve(home, box.agent(home));
      return;
    }
    var hub = new HubFirst(Integer.parseInt(words[3]));
    var agent = box.agent(home);
    var inside = agent.inside();
    try (var access =
            new LocalRadius(home, box.new Moved(), Integer.parseInt(words[1]), hub, inside);
        var counts =
            new LocalRadius(home, box.new Moved(), Integer.parseInt(words[2]), hub, inside)) {
      System.err.println("RADIUS at " + access.port() + " and " + counts.port());
      box.serve(home, agent);
    }
  }

  private Agent agent(Home home) throws IOException {
    return new Agent(home, new Moved(), new Idle(), this::step);
  }

  private void serve(Home home, Agent agent) throws IOException {
    try (var page = new LocalPage(home, new Moved(), 0);
        var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      System.out.println("PAGE " + page.port());
      for (var order = orders.readLine(); order != null; order = orders.readLine()) {
        var said = order.split(" ", -1);
        now = Instant.parse(said[1]);
        held = said[0].equals("hold") ? said[2] : "";
        System.out.println(done(said[0], agent));
      }
    }
  }

  private String done(String order, Agent agent) {
    if (order.equals("live")) {
      standing = System.nanoTime();
      var living = new Thread(() -> live(agent), "living");
      living.setDaemon(true);
      living.start();
    }
    return List.of("clock", "live").contains(order) ? "SET" : round(agent);
  }

  private static void live(Agent agent) {
    try {
      Main.live(agent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String round(Agent agent) {
    try {
      return agent.round() ? "GREEN" : "RED";
    } catch (IOException away) {
      return "AWAY " + away.getMessage();
    }
  }

  private void step(String name) {
    if (name.equals(held)) {
      System.out.println("AT " + name);
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The clock of the box. */
  private final class Moved extends Clock {
    @Override
    public Instant instant() {
      return standing == STANDS ? now : now.plusNanos(System.nanoTime() - standing);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /**
   * The programs of Debian are tried in {@code AgentTest}. A radio hears disconnects at a port of
   * the test's own, and minds no clock that was moved.
   */
  private final class Idle implements Programs {
    @Override
    public void check(Path files) throws IOException {
      if (!hears.isEmpty()) {
        var radio = files.resolve("hostapd/wlan0.conf");
        Files.writeString(
            radio,
            Files.readString(radio)
                .replaceAll("(?m)^radius_das_port=.*$", "radius_das_port=" + hears)
                .replaceAll("(?m)^(radius_das_time_window)=.*$", "$1=2000000000"));
      }
    }

    @Override
    public void start(Path files) {}

    @Override
    public String down(Path files) {
      return "";
    }
  }
}
