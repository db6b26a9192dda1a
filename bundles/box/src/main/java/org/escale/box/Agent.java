package org.escale.box;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One round of a box: enrol if it is not known yet, take the configuration into use, settle with
 * the hub what happened without a line, and only then tell that it lives: whoever hears that knows
 * all until then. Every step may be broken off; the next round goes on.
 */
final class Agent {
  private static final Pattern NUMBER = Pattern.compile("\"sequence\"\\s*:\\s*(\\d+)");
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int DONE = 204;
  private static final int SAME = 304;
  private static final int LONGEST = 400;

  private final Home home;
  private final Applying applying;
  private final OwnKey key;
  private final Line line;
  private final Clock clock;
  private final Contact contact;
  private final Sampled sampled;
  private final Inside inside = new Inside();
  private final Cuts cuts;
  private final Listing listing;
  private final Consumer<String> step;
  private String refused = "";
  private String why = "";

  Agent(Home home, Clock clock, Programs programs, Consumer<String> step) throws IOException {
    this.home = home;
    this.step = step;
    this.clock = clock;
    this.contact = new Contact(home);
    this.sampled = new Sampled(home);
    this.applying = new Applying(home, programs, step);
    this.key = OwnKey.of(home);
    this.line = new Line(clock, key);
    this.cuts = new Cuts(home, clock, inside);
    this.listing = new Listing(home, clock, line, cuts);
  }

  /**
   * Goes round once; whether the box works by the newest configuration.
   *
   * @throws IOException if the hub cannot be reached or refuses; what the box does goes on
   */
  boolean round() throws IOException {
    contact.silent(clock.instant());
    applying.resume();
    var me = known();
    devices(me);
    configure(me);
    settle(me);
    boolean well = beat(me);
    step.accept("entitlements");
    listing.renew(me);
    step.accept("forget");
    listing.forget(me);
    renew(me);
    measure(me);
    return well && !applying.current().isEmpty();
  }

  /** Who was let in: whom the list names no longer is cut off. */
  Inside inside() {
    return inside;
  }

  /** Hears from now on, until it is closed, what cannot wait for the next round. */
  News news() {
    return new News(listing, cuts);
  }

  /**
   * The certificate counts for a third of its life still: what fails is tried in the next round.
   */
  private void renew(Identity me) throws IOException {
    var keys = new Home(home.path("keys"));
    var pem = keys.read("box.pem").orElse("");
    if (Believed.ageing(pem, clock.instant())) {
      step.accept("certificate");
      var fresh = line.post(me, "certificate", "").by(me.hubKey()).orElse("");
      if (Believed.newer(fresh, pem, clock.instant())) {
        Believed.certificate(fresh, key, me.hubKey());
        keys.write("box.pem", fresh);
        applying.restart();
      }
    }
  }

  /** What fails here fails nothing else: the last sample stays. */
  private void measure(Identity me) throws IOException {
    var now = clock.instant();
    if (sampled.due(now, new Entitlements(home, me).measure())) {
      step.accept("measure");
      try {
        sampled.measure(new Meter(new LineCarrier(line, me)), now);
      } catch (IOException notNow) {
        System.out.println("the line is not measured: " + notNow.getMessage());
      }
    }
  }

  /**
   * Where it fails, a configuration that needs it is refused by FreeRADIUS, and the hub reads why.
   */
  private void devices(Identity me) throws IOException {
    var shown = new DeviceKey(new Home(home.path("keys")));
    if (shown.wanted(clock.instant())) {
      step.accept("devices");
      try {
        boolean first = !shown.there();
        var told = line.post(me, "certificate", shown.open());
        shown.keep(told.by(me.hubKey()).orElse(""));
        if (!first) {
          applying.restart();
        }
      } catch (IOException notNow) {
        System.out.println("no certificate for devices: " + notNow.getMessage());
      }
    }
  }

  private Identity known() throws IOException {
    var known = Identity.of(home);
    return known.isPresent() ? known.get() : enrolled();
  }

  /**
   * With the same token and the same key again the hub says the same: a lost answer costs nothing.
   */
  private Identity enrolled() throws IOException {
    var ticket = home.read("enrolment").orElseThrow(() -> new IOException("no enrolment file"));
    var hub = value(ticket, "hub");
    step.accept("enrol");
    var told = line.enrol(hub, value(ticket, "token"));
    if (told.status() != CREATED) {
      throw new IOException("the hub does not take the token: " + told.status());
    }
    var hubKey = field(told, "hubKey");
    Believed.hub(hubKey, optional(ticket, "hubkey"));
    Believed.certificate(field(told, "certificate"), key, hubKey);
    step.accept("keys");
    var keys = new Home(home.path("keys"));
    keys.write("box.key", key.pem());
    keys.write("box.pem", field(told, "certificate"));
    step.accept("identity");
    var me = new Identity(hub, field(told, "gatewayId"), hubKey);
    me.keep(home);
    return me;
  }

  private void configure(Identity me) throws IOException {
    step.accept("configuration");
    var told = line.get(me, "config", applying.current());
    if (told.status() == SAME) {
      why = "";
      return;
    }
    var text = told.by(me.hubKey());
    if (text.isEmpty()) {
      throw new IOException("no configuration that the hub signed: " + told.status());
    }
    var delivery = Delivery.of(text.get());
    if (delivery.digest().equals(refused)) {
      return; // refused before: the hub knows why, and the old one goes on
    }
    try {
      applying.apply(delivery);
      refused = "";
      why = "";
    } catch (IOException no) {
      refused = delivery.digest();
      why = Optional.ofNullable(no.getMessage()).orElse("a program refuses it");
    }
  }

  /** Whether all is well, as the hub is told. */
  private boolean beat(Identity me) throws IOException {
    step.accept("beat");
    var wrong = why.isEmpty() ? applying.down() : why;
    var text = wrong.substring(0, Math.min(LONGEST, wrong.length()));
    var body =
        "{\"applied\":%s,\"well\":%s,\"text\":%s%s}"
            .formatted(
                Json.text(applying.current()),
                wrong.isEmpty(),
                Json.text(text),
                sampled.told().map(sample -> ",\"line\":" + sample).orElse(""));
    if (line.post(me, "beat", body).status() == DONE) {
      contact.heard(clock.instant());
    }
    return wrong.isEmpty();
  }

  /** Tells what happened without a line, again and again until the hub has it. */
  private void settle(Identity me) throws IOException {
    var spool = new Spool(home);
    for (var waiting = spool.waiting(); !waiting.isEmpty(); waiting = spool.waiting()) {
      step.accept("tell");
      var told = line.post(me, "events", Spool.body(waiting));
      var number = NUMBER.matcher(told.text());
      if (told.status() != OK || !number.find()) {
        throw new IOException("the hub does not take what the box saw: " + told.status());
      }
      step.accept("told");
      long last = waiting.get(waiting.size() - 1).number();
      if (Long.parseLong(number.group(1)) != last) {
        throw new IOException("the hub has not kept all that it was told");
      }
      spool.kept(last);
    }
  }

  private static String field(Told told, String name) throws IOException {
    return Json.field(told.text(), name)
        .orElseThrow(() -> new IOException("the hub's answer has no " + name));
  }

  private static String value(String ticket, String name) throws IOException {
    return optional(ticket, name)
        .orElseThrow(() -> new IOException("the enrolment file has no " + name));
  }

  private static Optional<String> optional(String ticket, String name) {
    return ticket
        .lines()
        .filter(l -> l.startsWith(name + " "))
        .map(l -> l.substring(name.length() + 1).strip())
        .findFirst();
  }
}
