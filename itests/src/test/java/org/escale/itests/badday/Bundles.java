package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.regex.Pattern;
import org.escale.itests.process.EscaleProcess;

/** The bundles of an instance, in the hands of its operator. */
final class Bundles {
  private static final Pattern LOCATION = Pattern.compile("mvn:[\\w./-]+");

  private final EscaleProcess escale;

  Bundles(EscaleProcess escale) {
    this.escale = escale;
  }

  /** Takes it out of the wiring and puts it back, with all that is wired to it. */
  void refresh(String name) {
    run("bundle:refresh " + name);
  }

  /** Reads its archive again. */
  void update(String name) {
    run("bundle:update " + name);
  }

  /** Removes it for good; answers where it came from. */
  String remove(String name) {
    var from = LOCATION.matcher(run("bundle:info " + name));
    assertTrue(name, from.find());
    run("bundle:uninstall " + name);
    return from.group();
  }

  /** Brings it back. */
  void install(String location) {
    run("bundle:install --start " + location);
  }

  private String run(String command) {
    var said = escale.exec(command);
    assertEquals(command + ": " + said.output(), 0, said.code());
    return said.output();
  }
}
