package org.escale.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.Test;

/** What others wrote is what vendor.txt lists; nothing that we wrote leads outside. */
public final class ThirdPartyTest {
  private static final Pattern OUTSIDE = Pattern.compile("(?:https?:)?//[a-z0-9-]+\\.[a-z]");
  private static final String SVG = "http://www.w3.org/2000/svg";

  @Test
  public void everyVendoredFileHasItsSum() throws Exception {
    var files = StaticFiles.all();
    for (var line : listed()) {
      var bytes = files.get(line[3]);
      assertNotNull(line[3], bytes);
      var sum = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertEquals(line[3], line[5], HexFormat.of().formatHex(sum));
    }
  }

  @Test
  public void everyFileOfOthersIsListed() throws Exception {
    var listed = listed().stream().map(line -> line[3]).toList();
    for (var name : StaticFiles.all().keySet()) {
      if (name.startsWith("lib/") || name.startsWith("fonts/")) {
        assertTrue(name, listed.contains(name));
      }
    }
  }

  @Test
  public void noAddressOfOursLeadsOutside() throws Exception {
    StaticFiles.all()
        .forEach(
            (name, bytes) -> {
              if (!name.startsWith("lib/") && !name.startsWith("fonts/")) {
                var text = new String(bytes, StandardCharsets.UTF_8).replace(SVG, "");
                assertTrue(name, !OUTSIDE.matcher(text).find());
              }
            });
  }

  @Test
  public void noFileIsLongerThanTheHouseAllows() throws Exception {
    StaticFiles.all()
        .forEach(
            (name, bytes) -> {
              if (name.matches("(?!lib/|fonts/|texts/).*\\.(js|css|html)")) {
                var lines = new String(bytes, StandardCharsets.UTF_8).lines().count();
                assertTrue(name + " has " + lines + " lines", lines <= 150);
              }
            });
  }

  private static List<String[]> listed() throws Exception {
    return Files.readAllLines(Path.of("vendor", "vendor.txt")).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split(" "))
        .toList();
  }
}
