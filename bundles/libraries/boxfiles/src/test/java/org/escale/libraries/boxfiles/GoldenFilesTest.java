package org.escale.libraries.boxfiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

/**
 * The files for gear that nobody could try here, as they were agreed; each says that it is untried.
 * After a change that is meant: {@code -Dboxfiles.golden.write=true}.
 */
public class GoldenFilesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @Test
  public void eachFileIsAsItWasAgreed() throws IOException {
    var files = ForeignGear.of(Boxes.named("Axis Parc", "L'Escale \"1\" $x"), "192.0.2.7");
    assertEquals(4, files.size());
    for (var file : files.entrySet()) {
      var golden = GOLDEN.resolve(file.getKey());
      if (Boolean.getBoolean("boxfiles.golden.write")) {
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, file.getValue(), UTF_8);
      }
      assertEquals(Files.readString(golden, UTF_8), file.getValue());
      assertTrue(file.getKey(), file.getValue().contains("NOT TRIED ON REAL GEAR"));
    }
  }

  @Test
  public void theOrderOfTheSegmentsChangesNothing() {
    var facts = Boxes.usual();
    var turned =
        new BoxFacts(
            facts.box(),
            facts.centre(),
            facts.uplink(),
            facts.wlans(),
            List.of(facts.segments().get(1), facts.segments().get(0)),
            facts.hub(),
            facts.addresses());
    assertEquals(BoxFiles.of(facts), BoxFiles.of(turned));
  }

  @Test
  public void noSecretStandsInAnyFile() {
    BoxFiles.of(Boxes.usual())
        .forEach(
            (path, text) ->
                text.lines()
                    .filter(line -> line.contains("secret"))
                    .forEach(
                        line ->
                            assertTrue(
                                path + ": " + line,
                                line.contains("@{radius-secret}")
                                    || line.endsWith("secret radsec"))));
  }
}
