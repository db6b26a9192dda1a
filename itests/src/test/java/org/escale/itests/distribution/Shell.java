package org.escale.itests.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.escale.itests.process.Finished;

/** A stock OpenSSH client with a key of its own. */
final class Shell {
  private final Path key;
  private final int port;

  /** Makes a key of that type, with that comment; a key that is there is used. */
  Shell(Path key, String type, int port) {
    this.key = key;
    this.port = port;
    if (!Files.exists(key)) {
      run(
          List.of(
              "ssh-keygen",
              "-q",
              "-t",
              type,
              "-N",
              "",
              "-C",
              key.getFileName() + "@desk",
              "-f",
              key.toString()));
    }
  }

  /** The line for {@code authorized_keys}. */
  String publicKey() throws IOException {
    return Files.readString(key.resolveSibling(key.getFileName() + ".pub")).strip() + "\n";
  }

  /** Runs one command as that user. */
  Finished run(String user, String command) {
    return ssh(user, List.of("PreferredAuthentications=publickey"), command);
  }

  /** Tries to get in with a password instead. */
  Finished runByPassword(String user, String command) {
    return ssh(
        user,
        List.of(
            "PubkeyAuthentication=no", "PreferredAuthentications=password,keyboard-interactive"),
        command);
  }

  /** Tries to read a file. */
  Finished copy(String user, String file, Path to) {
    var words = options("scp", "-P", List.of());
    words.addAll(List.of(user + "@127.0.0.1:" + file, to.toString()));
    return run(words);
  }

  private Finished ssh(String user, List<String> further, String command) {
    var words = options("ssh", "-p", further);
    words.addAll(List.of(user + "@127.0.0.1", command));
    return run(words);
  }

  private List<String> options(String program, String portOption, List<String> further) {
    var words =
        new ArrayList<>(
            List.of(program, "-q", "-i", key.toString(), portOption, Integer.toString(port)));
    for (var option :
        List.of(
            "IdentitiesOnly=yes",
            "BatchMode=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null")) {
      words.addAll(List.of("-o", option));
    }
    further.forEach(option -> words.addAll(List.of("-o", option)));
    return words;
  }

  private static Finished run(List<String> words) {
    return Finished.of(new ProcessBuilder(words));
  }
}
