package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A device that speaks EAP, by {@code eapol_test}: it trusts one certificate, and hides its name.
 */
record Supplicant(Path folder, int port, String device, List<String> more) {
  static final List<String> METHODS = List.of("TTLS/PAP", "TTLS/MSCHAPV2", "PEAP/MSCHAPV2");

  /** Without more in what is asked. */
  Supplicant(Path folder, int port, String device) {
    this(folder, port, device, List.of());
  }

  /** What it saw. */
  record Said(int status, String text) {
    boolean accepted() {
      return status == 0 && text.endsWith("SUCCESS\n") && text.contains("MPPE keys OK: 1");
    }

    /** It heard a refusal, not silence. */
    boolean rejected() {
      return status != 0 && text.contains("code=3 (Access-Reject)");
    }

    /** The last answer, as it was printed. */
    String accept() {
      return text.substring(text.indexOf("code=2 (Access-Accept)"));
    }

    /** The value of an attribute of the last answer. */
    String value(String name) {
      var from = accept();
      int at = from.indexOf("(" + name + ")");
      if (at < 0) {
        return "";
      }
      int value = from.indexOf("Value: ", at) + "Value: ".length();
      return from.substring(value, from.indexOf('\n', value)).replace("'", "");
    }
  }

  /** Asks by that method, {@code TTLS/PAP}, with names outside and inside, and a key. */
  Said asks(String method, String outer, String inner, String key) throws IOException {
    var words = method.split("/", -1);
    var file = folder.resolve("supplicant.conf");
    var network =
        """
        network={
          key_mgmt=WPA-EAP
          eap=%s
          phase2="auth=%s"
          anonymous_identity="%s"
          identity="%s"
          password="%s"
          ca_cert="%s/front.pem"
          domain_match="radius.escale.example"
        }
        """;
    Files.writeString(file, network.formatted(words[0], words[1], outer, inner, key, folder));
    var command = new ArrayList<>(List.of("eapol_test", "-c", file.toString()));
    command.addAll(List.of("-a", "127.0.0.1", "-p", Integer.toString(port)));
    command.addAll(List.of("-s", RadiusLab.SECRET, "-M", device, "-t", "20"));
    command.addAll(more);
    return run(command);
  }

  private static Said run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var text = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      return new Said(process.waitFor(), text);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
