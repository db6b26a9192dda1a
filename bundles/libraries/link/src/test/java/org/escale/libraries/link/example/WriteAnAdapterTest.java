package org.escale.libraries.link.example;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

public class WriteAnAdapterTest {
  private static final List<String> SHOWN = List.of("AcmeAdapter", "AcmeLink", "AcmeFeedTest");

  @Test
  public void theGuideShowsTheCodeThatIsCompiledAndTriedHere() throws IOException {
    var guide = Files.readString(Path.of("../../../docs/integrate/write-your-own-adapter.md"));
    for (var name : SHOWN) {
      var file = Path.of("src/test/java/org/escale/libraries/link/example/" + name + ".java");
      var code =
          Files.readString(file).replace("org.escale.libraries.link.example", "com.acme.rooms");
      assertTrue(name + " differs from the guide", guide.contains("```java\n" + code + "```"));
    }
    assertEquals("and nothing else", SHOWN.size(), guide.split("```java", -1).length - 1);
  }
}
