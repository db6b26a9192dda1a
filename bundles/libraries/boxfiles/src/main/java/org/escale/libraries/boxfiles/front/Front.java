package org.escale.libraries.boxfiles.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** Writes the folder of a front: {@code Front FACTS FOLDER}. Ends with 2 and says why it cannot. */
public final class Front {
  private static final int REFUSED = 2;

  private Front() {}

  /** From the operator's file of facts into a folder. */
  public static void main(String... words) {
    try {
      if (words.length != 2) {
        throw new IllegalArgumentException("two words: the file of facts, and the folder to write");
      }
      write(Path.of(words[0]), Path.of(words[1]));
    } catch (IOException | IllegalArgumentException no) {
      System.err.println("front: " + no.getMessage());
      System.exit(REFUSED);
    }
  }

  /**
   * The same. The folder and what is in it are for their owner only.
   *
   * @throws IllegalArgumentException names the line that is wrong; then nothing was written
   */
  public static void write(Path facts, Path folder) throws IOException {
    var lines = new Properties();
    try (var text = Files.newBufferedReader(facts, UTF_8)) {
      lines.load(text);
    }
    var files = FrontFiles.of(new FactsFile(lines).facts());
    Files.createDirectories(folder.resolve("state"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    for (var file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue(), UTF_8);
    }
  }
}
