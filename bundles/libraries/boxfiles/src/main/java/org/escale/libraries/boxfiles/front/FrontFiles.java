package org.escale.libraries.boxfiles.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The folder for {@code freeradius -d} of a front: templates beside this class, with the facts in
 * their places. The same facts give the same bytes. Pure.
 */
public final class FrontFiles {
  private FrontFiles() {}

  /** Path to text. There are secrets in them. */
  public static SortedMap<String, String> of(FrontFacts facts) {
    var files = new TreeMap<String, String>();
    files.put("radiusd.conf", filled("radiusd.conf", all(facts)));
    files.put("foreign.attrs", text("foreign.attrs"));
    files.put("clients.conf", each(facts.gear(), gear -> filled("gear.client", client(gear))));
    files.put(
        "proxy.conf",
        filled("proxy.conf", Map.of("realm", facts.realm()))
            + each(facts.gear(), gear -> filled("gear.home", home(facts, gear)))
            + each(facts.federations(), other -> filled("federation.home", home(other))));
    return files;
  }

  private static Map<String, String> all(FrontFacts facts) {
    return Map.of(
        "realm", facts.realm(),
        "realm-pattern", facts.realm().replace(".", "\\."),
        "keys", facts.keys(),
        "listen", facts.ports().listen(),
        "access-port", Integer.toString(facts.ports().access()),
        "accounting-port", Integer.toString(facts.ports().accounting()));
  }

  private static Map<String, String> client(Gear gear) {
    return Map.of(
        "name", gear.name(),
        "address", gear.address(),
        "secret", gear.secret(),
        "federation", gear.federation() ? "yes" : "no");
  }

  private static Map<String, String> home(FrontFacts facts, Gear gear) {
    return Map.of(
        "name", gear.name(),
        "from", gear.from(),
        "secret", gear.secret(),
        "hub-access-port", Integer.toString(facts.ports().hubAccess()),
        "hub-accounting-port", Integer.toString(facts.ports().hubAccounting()));
  }

  private static Map<String, String> home(Federation other) {
    return Map.of(
        "name", other.name(),
        "realm", other.realm(),
        "address", other.address(),
        "access-port", Integer.toString(other.port()),
        "secret", other.secret(),
        "segment", Integer.toString(other.segment()));
  }

  private static <T> String each(Iterable<T> things, Function<T, String> text) {
    var all = new StringBuilder();
    things.forEach(thing -> all.append(text.apply(thing)));
    return all.toString();
  }

  private static String filled(String template, Map<String, String> values) {
    var text = text(template);
    for (var value : values.entrySet()) {
      text = text.replace("@{" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private static String text(String template) {
    try (var file = FrontFiles.class.getResourceAsStream(template)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + template, e);
    }
  }
}
