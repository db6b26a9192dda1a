package org.escale.core.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what both sides say of a day, from files alone: the centre's calendar and its desk
 * program's two files, and what the hub wrote down. Shares nothing with what made them.
 */
final class TwinJudge {
  private final List<String> violations = new ArrayList<>();
  private final Map<String, String> hub = new TreeMap<>();
  private final Map<String, String> centre = new TreeMap<>();
  private final Map<String, List<String[]>> told = new TreeMap<>();

  /** What is wrong, in words; empty if both sides are equal and nothing was typed twice. */
  static List<String> violations(Path history, Path files) throws IOException {
    var judge = new TwinJudge();
    for (var row : Files.readAllLines(history)) {
      judge.read(row.split("\t", -1));
    }
    judge.told(files.resolve("in/_events.csv"));
    judge.told(files.resolve("out/_events.csv"));
    judge.told.forEach(judge::visit);
    judge.compare();
    return judge.violations;
  }

  private void read(String[] word) {
    switch (word[0]) {
      case "hub" -> put(hub, "hub", word[1], word[2]);
      case "centre" -> put(centre, "centre", word[1], word[2]);
      case "here", "there" -> typed(word);
      default -> violations.add("not understood: " + word[0]);
    }
  }

  private void put(Map<String, String> side, String name, String what, String value) {
    if (side.put(what, value) != null) {
      violations.add("doubled at the " + name + ": " + what);
    }
  }

  private final HashSet<String> once = new HashSet<>();

  /** Who came and left is named by booking, whichever side typed it. */
  private void typed(String[] word) {
    var what = word[1] + " " + word[2].replaceFirst("^[al]-", "");
    if (!once.add(what)) {
      violations.add("typed twice: " + what);
    }
  }

  private void told(Path file) throws IOException {
    var keys = new HashSet<String>();
    for (var line : Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
      var cells = line.split(",", -1);
      if (!keys.add(cells[0])) {
        violations.add("told twice: " + cells[0]);
      }
      var booking = cells[1].split("[~@]", 2)[0];
      told.computeIfAbsent(booking, name -> new ArrayList<>()).add(cells);
    }
  }

  /** What the centre's files say of one booking: when, how long, and how many copies. */
  private void visit(String booking, List<String[]> events) {
    var moments = new HashMap<String, String>();
    var copies = new HashMap<String, Integer>();
    var seconds = "";
    events.sort(java.util.Comparator.comparing(e -> Instant.parse(e[3])));
    for (var event : events) {
      switch (event[2]) {
        case "arrived", "left" -> {
          if (moments.put(event[2], event[3]) != null) {
            violations.add("doubled there: " + event[2] + " of " + booking);
          }
        }
        case "extra" -> copies.put(event[0], Integer.parseInt(event[5]));
        default -> {
          if (event[4].isEmpty()) {
            seconds = event[5];
          } else {
            copies.put(event[4], Integer.parseInt(event[5]));
          }
        }
      }
    }
    if (moments.size() == 2) {
      var stayed = second(moments.get("left")) - second(moments.get("arrived"));
      centre.put("time " + booking, seconds.isEmpty() ? "" + stayed : seconds);
      centre.put("came " + booking, "" + second(moments.get("arrived")));
    } else {
      violations.add("came or left alone: " + booking + " " + moments);
    }
    var sum = copies.values().stream().mapToInt(n -> n).sum();
    if (sum > 0) {
      centre.put("copies " + booking, "" + sum);
    }
  }

  private static long second(String at) {
    return Instant.parse(at).getEpochSecond();
  }

  private void compare() {
    hub.forEach(
        (what, value) -> {
          var there = centre.getOrDefault(what, "nothing");
          if (!there.equals(value)) {
            violations.add(what + " is " + value + " at the hub and " + there + " at the centre");
          }
        });
    centre.keySet().stream()
        .filter(what -> !hub.containsKey(what))
        .forEach(what -> violations.add(what + " stands at the centre alone"));
  }
}
