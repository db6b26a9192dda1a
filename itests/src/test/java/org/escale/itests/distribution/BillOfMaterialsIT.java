package org.escale.itests.distribution;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeMap;
import org.escale.itests.process.Distribution;
import org.junit.Test;

/** The bill of materials in the archive lists what is in the archive. */
public final class BillOfMaterialsIT {
  private final Path home = Distribution.home();

  @Test
  public void everyJarOfTheArchiveIsListedWithItsDigest() throws Exception {
    var shipped = new TreeMap<String, String>();
    try (var files = Files.walk(home)) {
      for (var jar : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
        shipped.put(home.relativize(jar).toString().replace('\\', '/'), digest(jar));
      }
    }
    var listed = new TreeMap<String, String>();
    for (var component : bill().path("components")) {
      var place = component.at("/evidence/occurrences/0/location").asText();
      if (!place.contains("!")) {
        listed.put(place, component.at("/hashes/0/content").asText());
      }
    }
    assertTrue("there are many: " + shipped.size(), shipped.size() > 150);
    assertEquals(shipped, listed);
  }

  @Test
  public void everyOneHasANameAVersionAndALicence() throws IOException {
    var bill = bill();
    assertEquals("CycloneDX", bill.path("bomFormat").asText());
    for (var component : bill.path("components")) {
      for (var field : new String[] {"name", "version", "purl"}) {
        assertFalse(field + " of " + component, component.path(field).asText().isBlank());
      }
      var licence = component.at("/licenses/0/license");
      assertTrue("licence of " + component, licence.has("id") || licence.has("name"));
      assertEquals("SHA-256", component.at("/hashes/0/alg").asText());
    }
  }

  @Test
  public void whatOurBundlesCarryInsideIsListedToo() throws IOException {
    var places = bill().path("components").findValuesAsText("location");
    assertTrue(places.toString(), places.stream().anyMatch(p -> p.contains("!/pdfbox-")));
  }

  private JsonNode bill() throws IOException {
    return new ObjectMapper().readTree(home.resolve("bom.json").toFile());
  }

  private static String digest(Path file) throws Exception {
    var sha = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
  }
}
