package org.escale.box;

import java.io.IOException;
import java.util.Optional;

/**
 * Who the box is, since its enrolment.
 *
 * @param hub the hub's address
 * @param box its own name
 * @param hubKey by which it knows the hub's words
 */
record Identity(String hub, String box, String hubKey) {
  private static final String FILE = "identity";

  static Optional<Identity> of(Home home) throws IOException {
    return home.read(FILE)
        .map(text -> text.split("\n", -1))
        .map(lines -> new Identity(lines[0], lines[1], lines[2]));
  }

  void keep(Home home) throws IOException {
    home.write(FILE, hub + "\n" + box + "\n" + hubKey + "\n");
  }
}
