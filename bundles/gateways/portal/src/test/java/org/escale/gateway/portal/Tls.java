package org.escale.gateway.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A key and a certificate for the hub's address in the lab, made by the JDK's keytool. */
record Tls(Path keys, Path certificate) {
  static final String PASSWORD = "changeit";

  static Tls made() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "tls");
    var tls = new Tls(folder.resolve("hub.p12"), folder.resolve("hub.pem"));
    var store = List.of("-alias", "hub", "-storepass", PASSWORD, "-keystore", tls.keys.toString());
    var name = List.of("-dname", "CN=hub", "-ext", "san=ip:" + Centre.HUB, "-validity", "2");
    keytool(List.of("-genkeypair", "-keyalg", "EC"), store, name);
    keytool(List.of("-exportcert", "-rfc", "-file", tls.certificate.toString()), store, List.of());
    return tls;
  }

  private static void keytool(List<String> first, List<String> store, List<String> more)
      throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
    words.addAll(first);
    words.addAll(store);
    words.addAll(more);
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }
}
