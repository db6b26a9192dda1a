package org.escale.rest.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.escale.refusal.RefusalCode;
import org.escale.rest.problem.RefusedException;

/** Digests, and the form in which two bodies that mean the same are the same. */
public final class Digest {
  private Digest() {}

  /** SHA-256 of a text, in hex. */
  public static String of(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** SHA-256 of a JSON body without spaces and with its members in order. */
  static String ofJson(byte[] body) {
    try {
      return of(sorted(Json.mapper().readTree(body)).toString());
    } catch (JsonProcessingException e) {
      throw RefusedException.of(RefusalCode.MALFORMED_REQUEST);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      var members = new TreeMap<String, JsonNode>();
      object.properties().forEach(e -> members.put(e.getKey(), sorted(e.getValue())));
      return Json.mapper().createObjectNode().setAll(members);
    }
    if (node.isArray()) {
      var array = Json.mapper().createArrayNode();
      node.forEach(item -> array.add(sorted(item)));
      return array;
    }
    return node;
  }
}
