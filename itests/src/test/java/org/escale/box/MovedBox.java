package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;

/**
 * The agent of a box as a process of its own whose parent tells it the time, a line each: {@code
 * clock <instant>}, {@code round <instant>}, or {@code hold <instant> <step>} for a round that
 * stands still at a step, as if it took long, until it is killed.
 */
public final class MovedBox {
  private volatile Instant now = Instant.EPOCH;
  private volatile String held = "";

  private MovedBox() {}

  /** The box's folder; where RADIUS is to be answered, the agent's two ports and radsecproxy's. */
  public static void main(String[] words) throws IOException {
    var box = new MovedBox();
    var home = new Home(Path.of(words[0]));
    if (words.length == 1) {
      box.serve(home);
      return;
    }
    var hub = new HubFirst(Integer.parseInt(words[3]));
    var inside = new Inside();
    try (var access =
            new LocalRadius(home, box.new Moved(), Integer.parseInt(words[1]), hub, inside);
        var counts =
            new LocalRadius(home, box.new Moved(), Integer.parseInt(words[2]), hub, inside)) {
      System.err.println("RADIUS at " + access.port() + " and " + counts.port());
      box.serve(home);
    }
  }

  private void serve(Home home) throws IOException {
    var clock = new Moved();
    var agent = new Agent(home, clock, new Idle(), this::step);
    try (var page = new LocalPage(home, clock, 0);
        var orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      System.out.println("PAGE " + page.port());
      for (var order = orders.readLine(); order != null; order = orders.readLine()) {
        var said = order.split(" ", -1);
        now = Instant.parse(said[1]);
        held = said[0].equals("hold") ? said[2] : "";
        System.out.println(said[0].equals("clock") ? "SET" : round(agent));
      }
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
      return now;
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

  /** The programs of Debian are tried in {@code AgentTest}. */
  private static final class Idle implements Programs {
    @Override
    public void check(Path files) {}

    @Override
    public void start(Path files) {}
  }
}
