package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;

import org.escale.itests.process.Distribution;
import org.escale.itests.process.EscaleProcess;

/** The bundles of an instance, in the hands of its operator. */
final class Bundles {
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

  /** Removes it for good. */
  void remove(String name) {
    run("bundle:uninstall " + name);
  }

  /** Brings it back, out of the archive. */
  void install(String name) {
    var versions = Distribution.home().resolve("system/org/escale").resolve(name).toFile().list();
    run("bundle:install --start mvn:org.escale/" + name + "/" + versions[0]);
  }

  private String run(String command) {
    var said = escale.exec(command);
    assertEquals(command + ": " + said.output(), 0, said.code());
    return said.output();
  }
}
