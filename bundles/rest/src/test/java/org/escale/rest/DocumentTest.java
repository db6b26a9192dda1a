package org.escale.rest;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.escale.rest.call.Json;
import org.junit.Test;

/** The published document says what the door serves, and nothing else. */
public final class DocumentTest {
  private static final Path FILE =
      Path.of("src/main/resources/org/escale/rest/operation/openapi.json");

  /** To write it anew after a change: {@code -Descale.openapi.write=true}. */
  @Test
  public void theDocumentInTheRepositoryIsTheDocumentOfTheDoor() throws IOException {
    var made = new Contract().document();
    var text = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(made) + "\n";
    if (Boolean.getBoolean("escale.openapi.write")) {
      Files.writeString(FILE, text);
    }
    assertEquals(Files.readString(FILE, StandardCharsets.UTF_8), text);
  }
}
