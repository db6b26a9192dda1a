package org.escale.tck.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges a history from its file alone, with nothing of what made it: every booking that a client
 * saw confirmed stands once on both sides, nothing overlaps that may not, nothing was confirmed
 * over what stood there before, and incidents are exactly what staff wrote over our bookings.
 *
 * <p>A line is words with tabs between them; times are seconds of the epoch:
 *
 * <ul>
 *   <li>{@code ack BOOKING} a client saw it confirmed, {@code end BOOKING} cancelled it
 *   <li>{@code staff SPACE NAME FROM TO} staff's event stands there, {@code unstaff SPACE NAME} is
 *       about to be taken away
 *   <li>{@code hold SPACE NAME} a place is about to be asked for, {@code confirm SPACE NAME FROM
 *       TO} it is ours
 *   <li>{@code hub SPACE BOOKING FROM TO MODE STATE} what the hub keeps in the end, {@code incident
 *       BOOKING KIND} what it says of that
 *   <li>{@code stands SPACE NAME FROM TO TENTATIVE} what stands in the centre's system in the end
 * </ul>
 *
 * Other lines are operations that are only counted.
 */
public final class Judge {
  private record Span(String space, String name, long from, long to) {
    boolean overlaps(Span other) {
      return space.equals(other.space) && from < other.to && other.from < to;
    }
  }

  private record Kept(Span span, String mode, String state) {
    boolean there() {
      return mode.startsWith("CENTRE_");
    }
  }

  private record Standing(Span span, boolean tentative) {
    boolean ours() {
      return span.name().endsWith(".escale");
    }

    String booking() {
      return span.name().split("[~@]", 2)[0];
    }
  }

  private final List<String> violations = new ArrayList<>();
  private final Map<String, Kept> hub = new HashMap<>();
  private final List<Standing> systems = new ArrayList<>();
  private final Set<String> acknowledged = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private final Set<String> incidents = new HashSet<>();
  private final Map<String, List<Span>> staff = new HashMap<>();
  private final Map<String, List<Span>> before = new HashMap<>();

  /** What is wrong, in words; empty if nothing is. */
  public static List<String> violations(Path history) throws IOException {
    var judge = new Judge();
    for (var line : Files.readAllLines(history)) {
      judge.read(line.split("\t", -1));
    }
    judge.clients();
    judge.sides();
    judge.overlaps();
    judge.incidents();
    return judge.violations;
  }

  private void read(String[] word) {
    switch (word[0]) {
      case "ack" -> acknowledged.add(word[1]);
      case "end" -> ended.add(word[1]);
      case "staff" -> staff(word[1]).add(span(word, 1));
      case "unstaff" -> staff(word[1]).removeIf(event -> event.name().equals(word[2]));
      case "hold" -> before.put(word[2], new ArrayList<>(staff(word[1])));
      case "confirm" -> confirmed(span(word, 1));
      case "hub" -> hub.put(word[2], new Kept(span(word, 1), word[5], word[6]));
      case "stands" -> systems.add(new Standing(span(word, 1), word[5].equals("true")));
      case "incident" -> incidents.add(word[1]);
      default -> {
        // what only counts as an operation
      }
    }
  }

  private List<Span> staff(String space) {
    return staff.computeIfAbsent(space, name -> new ArrayList<>());
  }

  private static Span span(String[] word, int at) {
    return new Span(
        word[at], word[at + 1], Long.parseLong(word[at + 2]), Long.parseLong(word[at + 3]));
  }

  /** Nothing that stood there before we held, and still does, is confirmed over. */
  private void confirmed(Span ours) {
    before.getOrDefault(ours.name(), List.of()).stream()
        .filter(event -> event.overlaps(ours) && staff(ours.space()).contains(event))
        .forEach(event -> violations.add("confirmed over staff: " + ours + " " + event));
  }

  private void clients() {
    for (var id : acknowledged) {
      var state = hub.containsKey(id) ? hub.get(id).state() : "nowhere";
      var expected = ended.contains(id) ? "CANCELLED" : "CONFIRMED";
      if (!state.equals(expected)) {
        violations.add("acknowledged " + id + " is " + state + ", not " + expected);
      }
    }
  }

  private void sides() {
    var there = new HashMap<String, Integer>();
    for (var entry : systems.stream().filter(Standing::ours).toList()) {
      there.merge(entry.booking(), 1, Integer::sum);
      var kept = hub.get(entry.booking());
      if (kept == null || !kept.state().equals("CONFIRMED")) {
        violations.add("stands there alone: " + entry);
      } else if (entry.tentative()
          || entry.span().from() != kept.span().from()
          || entry.span().to() != kept.span().to()) {
        violations.add("stands differently: " + entry + " " + kept);
      }
    }
    hub.forEach(
        (id, kept) -> {
          int times = there.getOrDefault(id, 0);
          if (kept.there() && kept.state().equals("CONFIRMED") && times != 1) {
            violations.add("stands " + times + " times there: " + kept);
          }
        });
  }

  private void overlaps() {
    var promised = hub.values().stream().filter(k -> k.state().equals("CONFIRMED")).toList();
    twice("here", promised.stream().map(Kept::span).toList());
    twice("there", systems.stream().filter(Standing::ours).map(Standing::span).toList());
  }

  private void twice(String where, List<Span> spans) {
    var bySpace = new HashMap<String, List<Span>>();
    for (var span : spans) {
      var others = bySpace.computeIfAbsent(span.space(), space -> new ArrayList<>());
      others.stream()
          .filter(span::overlaps)
          .forEach(other -> violations.add("twice " + where + ": " + span + " " + other));
      others.add(span);
    }
  }

  private void incidents() {
    var expected = new HashSet<String>();
    var theirs = systems.stream().filter(entry -> !entry.ours()).map(Standing::span).toList();
    hub.forEach(
        (id, kept) -> {
          if (kept.there()
              && kept.state().equals("CONFIRMED")
              && theirs.stream().anyMatch(kept.span()::overlaps)) {
            expected.add(id);
          }
        });
    if (!expected.equals(incidents)) {
      var missing = new HashSet<>(expected);
      missing.removeAll(incidents);
      var more = new HashSet<>(incidents);
      more.removeAll(expected);
      violations.add("incidents: missing " + missing + ", without cause " + more);
    }
  }
}
