package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Signs certificates with a toy hub's own key, by openssl. */
record ToyAuthority(Path folder, OwnKey key) {
  private static final String WRAP = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n";

  /** Its own certificate, PEM. */
  String chain() throws IOException {
    var file = Files.createDirectories(folder).resolve("ca.pem");
    if (!Files.exists(file)) {
      Files.writeString(folder.resolve("ca.key"), key.pem(), UTF_8);
      run("req -x509 -key ca.key -days 60 -subj /CN=toy -out ca.pem");
    }
    return Files.readString(file, UTF_8);
  }

  /** One for a box's public key, for so many days, PEM. */
  String certificate(String publicKey, int days) throws IOException {
    chain();
    Files.writeString(folder.resolve("box.pub"), WRAP.formatted(publicKey), UTF_8);
    run(
        "x509 -new -subj /CN=box-1 -force_pubkey box.pub -CA ca.pem -CAkey ca.key -set_serial "
            + (days + 1)
            + " -days "
            + days
            + " -out box.pem");
    return Files.readString(folder.resolve("box.pem"), UTF_8);
  }

  /** One for what a box shows devices, and an authority of its own for these, PEM. */
  String devices(String open) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("shown.pub"), WRAP.formatted(open), UTF_8);
    Files.writeString(
        folder.resolve("shown.ext"), "subjectAltName=DNS:wifi.escale.internal\n", UTF_8);
    var curve = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes";
    if (!Files.exists(folder.resolve("devices.pem"))) {
      run("req -x509 " + curve + " -keyout devices.key -days 60 -subj /CN=wifi -out devices.pem");
    }
    run(
        "x509 -new -subj /CN=wifi.escale.internal -force_pubkey shown.pub -CA devices.pem"
            + " -CAkey devices.key -set_serial 7 -days 60 -extfile shown.ext -out shown.pem");
    return Files.readString(folder.resolve("shown.pem"), UTF_8)
        + Files.readString(folder.resolve("devices.pem"), UTF_8);
  }

  private void run(String words) throws IOException {
    var command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words.split(" ", -1)));
    var made =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    made.getOutputStream().close();
    var said = new String(made.getInputStream().readAllBytes(), UTF_8);
    try {
      if (made.waitFor() != 0) {
        throw new IOException(said);
      }
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
  }
}
