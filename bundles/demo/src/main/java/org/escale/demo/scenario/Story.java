package org.escale.demo.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was told, and the figures in it: as worked out by hand, and as read. */
final class Story {
  private record Figure(String name, String expected, String read) {
    boolean right() {
      return expected.equals(read);
    }
  }

  private final List<String> lines = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  /** One sentence of it. */
  void tell(String sentence) {
    lines.add(sentence);
  }

  /** One figure, which the story tells too. */
  void figure(String name, String expected, String read) {
    var figure = new Figure(name, expected, read);
    figures.add(figure);
    lines.add(
        figure.right()
            ? "    %s: %s".formatted(name, read)
            : "    %s: %s, but by hand it is %s".formatted(name, read, expected));
  }

  /** The story ends here, too early. */
  void brokeOff(String why) {
    figures.add(new Figure("the story", "ends well", why));
    lines.add("The story breaks off: " + why);
  }

  /** Whether every figure is as worked out by hand. */
  boolean right() {
    return !figures.isEmpty() && figures.stream().allMatch(Figure::right);
  }

  /** For a door. */
  Map<String, Object> told(String name) {
    var ending =
        right()
            ? "All %d figures are as worked out by hand.".formatted(figures.size())
            : "Not every figure is as worked out by hand.";
    var all = new ArrayList<>(lines);
    all.add(ending);
    return Map.of(
        "name",
        name,
        "right",
        right(),
        "story",
        all,
        "figures",
        figures.stream().map(Story::shown).toList());
  }

  private static Map<String, Object> shown(Figure f) {
    return Map.of("name", f.name(), "expected", f.expected(), "read", f.read(), "right", f.right());
  }
}
