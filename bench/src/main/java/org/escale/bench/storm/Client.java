package org.escale.bench.storm;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.escale.bench.storm.Door.Answer;

/**
 * Somebody who books one space again and again, looks, moves and cancels. An order without an
 * answer is repeated under the same name until there is one. Used by one thread.
 */
final class Client {
  private static final String WHO = "atlas-system";

  private final Door door;
  private final History history;
  private final World.Desk desk;
  private final String member;
  private final Random random;
  private final Map<Slot, String> asked = new HashMap<>();
  private String mine = "";
  private Slot wanted;
  private boolean ordered;
  private boolean ending;
  private String seen = "";

  Client(Door door, History history, World.Desk desk, int number) {
    this.door = door;
    this.history = history;
    this.desk = desk;
    this.member = World.member(number);
    this.random = new Random(number);
  }

  /** Does one thing; an exception if nobody answered. */
  void act() throws IOException, InterruptedException {
    if (mine.isEmpty() || !ordered) {
      book();
      return;
    }
    var kept = look();
    int choice = random.nextInt(20);
    if (mine.isEmpty() || choice > 5 && !ending) {
      history.operation("look", desk.id());
    } else if (choice > 2 || ending) {
      cancel();
    } else if (desk.mode().equals("REQUEST") && kept.text("state").equals("PENDING")) {
      var answer = door.ask("cei-desk", "POST", "bookings/" + mine + "/confirm", "{}");
      history.operation("answer", desk.id(), answer.said());
    } else {
      move(kept);
    }
  }

  /** Until it is known what became of what was asked for. */
  boolean settled() throws IOException, InterruptedException {
    if (!mine.isEmpty() && !ordered) {
      book();
    }
    if (mine.isEmpty()) {
      return true;
    }
    var state = look().text("state");
    if (ending) {
      cancel();
    }
    return mine.isEmpty() || !(state.equals("PENDING") && desk.there());
  }

  private void book() throws IOException, InterruptedException {
    if (mine.isEmpty()) {
      mine = UUID.randomUUID().toString();
      wanted = Slot.any(random);
      seen = "";
      asked.clear();
      ask(wanted);
    }
    var order =
        "{\"id\":\"%s\",\"spaceId\":\"%s\",\"memberId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}";
    var body = order.formatted(mine, desk.id(), member, wanted.from(), wanted.to());
    var answer = door.ask(WHO, "POST", "bookings", body);
    history.operation("book", desk.id(), answer.said());
    if (answer.done()) {
      ordered = true;
      see(answer);
    } else {
      forget();
    }
  }

  /** Each time that is asked for has a name of its own, the first time that it is. */
  private void ask(Slot slot) throws IOException {
    var name = mine + "~" + asked.size();
    if (asked.putIfAbsent(slot, name) == null) {
      history.note("hold", desk.id(), name);
    }
  }

  private Answer look() throws IOException, InterruptedException {
    var kept = door.ask(WHO, "GET", "bookings/" + mine);
    if (!kept.done()) {
      throw new IllegalStateException("what was taken on is gone: " + mine + " " + kept);
    }
    see(kept);
    return kept;
  }

  private void see(Answer kept) throws IOException {
    var state = kept.text("state");
    var slot = slot(kept);
    if (state.equals("CONFIRMED") && !seen.equals(slot.toString())) {
      var from = Slot.seconds(slot.from());
      history.note("confirm", desk.id(), asked.get(slot), from, Slot.seconds(slot.to()));
      history.note("ack", mine);
      seen = slot.toString();
    }
    if (!state.equals("CONFIRMED") && !state.equals("PENDING")) {
      if (ending) {
        history.note("end", mine);
      }
      forget();
    }
  }

  private void cancel() throws IOException, InterruptedException {
    ending = true;
    var answer = door.ask(WHO, "DELETE", "bookings/" + mine);
    if (answer.done()) {
      history.note("end", mine);
      forget();
    } else {
      ending = false;
    }
    history.operation("cancel", desk.id(), answer.said());
  }

  private void move(Answer kept) throws IOException, InterruptedException {
    var to = random.nextBoolean() ? slot(kept).longer() : Slot.any(random);
    ask(to);
    var body = "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(to.from(), to.to());
    var answer = door.ask(WHO, "PATCH", "bookings/" + mine, body, kept.text("revision"));
    history.operation("move", desk.id(), answer.said());
  }

  private void forget() {
    mine = "";
    ordered = false;
    ending = false;
  }

  private static Slot slot(Answer kept) {
    return new Slot(Instant.parse(kept.text("from")), Instant.parse(kept.text("to")));
  }
}
