package org.escale.libraries.boxfiles.front;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/** The operator's file of facts; an example stands in docs/gateways.md. */
final class FactsFile {
  private final Properties lines;
  private final List<String> read = new ArrayList<>();

  FactsFile(Properties lines) {
    this.lines = lines;
  }

  /**
   * What it says.
   *
   * @throws IllegalArgumentException names the line that is missing, wrong or unknown
   */
  FrontFacts facts() {
    var facts =
        new FrontFacts(
            text("realm"),
            text("keys"),
            new Ports(
                text("listen"),
                number("access-port"),
                number("accounting-port"),
                number("hub-access-port"),
                number("hub-accounting-port")),
            names("gear").stream().map(this::gear).toList(),
            names("federation").stream().map(this::federation).toList());
    for (var name : lines.stringPropertyNames()) {
      Plain.that(read.contains(name), name + " is unknown");
    }
    return facts;
  }

  private Gear gear(String name) {
    var stem = "gear." + name + ".";
    var kind = lines.getProperty(stem + "federation", "no");
    read.add(stem + "federation");
    Plain.that(kind.equals("yes") || kind.equals("no"), stem + "federation is yes or no");
    return new Gear(
        name,
        text(stem + "address"),
        text(stem + "from"),
        text(stem + "secret"),
        kind.equals("yes"));
  }

  private Federation federation(String name) {
    var stem = "federation." + name + ".";
    return new Federation(
        name,
        text(stem + "realm"),
        text(stem + "address"),
        number(stem + "port"),
        text(stem + "secret"),
        number(stem + "segment"));
  }

  private List<String> names(String kind) {
    var names = new TreeSet<String>();
    for (var line : lines.stringPropertyNames()) {
      var parts = line.split("\\.", -1);
      if (parts.length == 3 && parts[0].equals(kind)) {
        names.add(parts[1]);
      }
    }
    return List.copyOf(names);
  }

  private String text(String name) {
    read.add(name);
    var text = lines.getProperty(name);
    Plain.that(text != null, name + " is missing");
    return text;
  }

  private int number(String name) {
    var text = text(name);
    Plain.that(text.matches("[0-9]{1,5}"), name + " is a number");
    return Integer.parseInt(text);
  }
}
