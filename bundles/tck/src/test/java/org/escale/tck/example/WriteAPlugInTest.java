package org.escale.tck.example;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

public class WriteAPlugInTest {
  @Test
  public void theGuideShowsTheCodeThatIsCompiledAndTriedHere() throws IOException {
    var guide = Files.readString(Path.of("../../docs/write-a-plugin.md"));
    for (var name : List.of("AcmeAdmission", "AcmeAdmissionTest")) {
      var file = Path.of("src/test/java/org/escale/tck/example/" + name + ".java");
      var code = Files.readString(file).replace("org.escale.tck.example", "com.acme.network");
      assertTrue(name + " differs from the guide", guide.contains("```java\n" + code + "```"));
    }
  }
}
