package org.escale.gateway.radius;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders with keys: the hub's with the boxes' authority, and one for each box. */
record BoxKeys(Path room) {

  /** The hub's own, known as localhost, and who signs boxes. */
  Path hub() throws IOException {
    var folder = Files.createDirectories(room.resolve("keys"));
    new Openssl(folder).own("hub", "localhost");
    new Openssl(folder).own("boxes", "boxes");
    return folder;
  }

  /** A box by that name, signed by the hub's authority. */
  Path box(String name) throws IOException {
    var folder = Files.createDirectories(room.resolve(name));
    var openssl = new Openssl(folder);
    openssl.run(
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout hub.key -out asked"
            + " -subj /O=Escale/CN="
            + name);
    openssl.run(
        "x509 -req -in asked -out hub.pem -days 10 -CA %1$s/boxes.pem -CAkey %1$s/boxes.key"
            .formatted(room.resolve("keys")));
    return folder;
  }

  /** A box that says that name, and is signed by itself alone. */
  Path liar(String name) throws IOException {
    var folder = Files.createDirectories(room.resolve("liar-" + name));
    new Openssl(folder).own("hub", name);
    return folder;
  }

  /** The SHA-256 of its certificate, as openssl writes it. */
  static String fingerprint(Path folder) throws IOException {
    var said = new Openssl(folder).run("x509 -in hub.pem -noout -fingerprint -sha256");
    return said.substring(said.indexOf('=') + 1).strip();
  }
}
