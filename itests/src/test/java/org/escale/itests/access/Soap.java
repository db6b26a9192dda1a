package org.escale.itests.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.escale.itests.doors.Envelope;
import org.escale.itests.process.Accounts.Account;

/** Sends the operations of the SOAP door as everybody, about everything and about nothing. */
record Soap(Sweep sweep, List<Order> orders) {
  private static final String DOOR = "/soap/v1/federation";
  private static final Pattern OPERATION = Pattern.compile("<wsdl:operation name=\"([A-Za-z]+)\"");

  /**
   * What is sent to an operation.
   *
   * @param reads whether it may be asked about what is the caller's own as well
   */
  record Order(String name, boolean reads, String body) {
    static Order of(String line) {
      var words = line.split(" ", 3);
      return new Order(words[0], words[1].equals("reads"), words[2]);
    }
  }

  /** With the table soap.txt. */
  static Soap read(Sweep sweep) {
    var file = Soap.class.getResourceAsStream("soap.txt");
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return new Soap(
          sweep,
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> Order.of(Orders.timed(line, sweep.orders().now())))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The operations that are published, and not in the table; and the other way round. */
  Set<String> forgotten() {
    var wsdl = sweep.escale().http().get(DOOR + "?wsdl").body();
    var published =
        OPERATION.matcher(wsdl).results().map(o -> o.group(1)).collect(Collectors.toSet());
    var listed = orders.stream().map(Order::name).collect(Collectors.toSet());
    var either = new TreeSet<>(published);
    either.addAll(listed);
    published.retainAll(listed);
    either.removeAll(published);
    return either;
  }

  /** What that operation told to whom it should not have. */
  Set<String> wrong(Order order) {
    var wrong = new TreeSet<String>();
    for (var caller : sweep.everybody()) {
      var kept = sweep.keptFrom(caller);
      var ofNothing = new HashMap<String, Seen>();
      for (var about : things(order, caller)) {
        var seen = send(order, caller, filled(order, about.map(Canary::ids).orElse(Map.of())));
        kept.stream()
            .filter(canary -> seen.shows(canary.text()))
            .forEach(canary -> wrong.add(caller + " " + order.name() + " shows " + canary));
        about
            .filter(canary -> canary.hidden() && sweep.isForeign(canary, caller))
            .filter(
                canary -> {
                  var strange = strange(order, canary);
                  var known = ofNothing.computeIfAbsent(strange, s -> send(order, caller, s));
                  return !seen.alike().equals(known.alike());
                })
            .ifPresent(canary -> wrong.add(caller + " " + order.name() + " tells of " + canary));
        if (!order.reads() && !seen.refuses()) {
          wrong.add(caller + " " + order.name() + " does it to " + about);
        }
      }
    }
    return wrong;
  }

  /** What it is asked about: nothing where it names nothing. */
  private List<Optional<Canary>> things(Order order, Optional<Account> caller) {
    var family = Orders.named(order.body());
    if (family.isEmpty()) {
      return List.of(Optional.empty());
    }
    var things =
        order.reads()
            ? sweep.all().stream().filter(c -> c.family().equals(family)).toList()
            : sweep.foreign(family, caller);
    return things.stream().limit(caller.isEmpty() ? 1 : things.size()).map(Optional::of).toList();
  }

  private static String strange(Order order, Canary foreign) {
    var ids = new HashMap<>(foreign.ids());
    ids.put(foreign.family(), Sweep.UNKNOWN);
    return filled(order, ids);
  }

  private static String filled(Order order, Map<String, String> ids) {
    return Orders.filled(order.body(), ids)
        .orElseThrow(() -> new AssertionError(order + " " + ids));
  }

  private Seen send(Order order, Optional<Account> caller, String body) {
    var message = Envelope.of(caller.map(Account::token).orElse(""), order.name(), body);
    var http = sweep.escale().http();
    return Seen.of(
        http,
        http.to(DOOR)
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(BodyPublishers.ofString(message)));
  }
}
