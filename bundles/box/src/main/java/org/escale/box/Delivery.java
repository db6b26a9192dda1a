package org.escale.box;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A configuration as it came: a line {@code file <path> <bytes>}, then so many bytes, for each
 * file.
 *
 * @param digest SHA-256 of the whole, 64 hexadecimal digits
 */
record Delivery(String digest, Map<String, String> files) {
  // No path leaves the folder, and none has more than two steps
  private static final Pattern FILE =
      Pattern.compile("file ([a-z0-9]+/)?([a-z0-9]+(?:\\.[a-z0-9]+)*) (\\d{1,7})");

  /** Takes it apart; what is not one is refused whole. */
  static Delivery of(String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    var files = new LinkedHashMap<String, String>();
    int at = 0;
    while (at < bytes.length) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      var line = new String(bytes, at, end - at, UTF_8);
      var file = FILE.matcher(line);
      at = end + 1;
      if (file.matches()) {
        int length = Integer.parseInt(file.group(3));
        if (at + length > bytes.length) {
          throw new IOException("the configuration is cut off");
        }
        var path = (file.group(1) == null ? "" : file.group(1)) + file.group(2);
        files.put(path, new String(Arrays.copyOfRange(bytes, at, at + length), UTF_8));
        at += length;
      } else if (line.startsWith("file ")) {
        throw new IOException("the configuration names a file that is none");
      }
    }
    if (!text.startsWith("escale-box 1\n") || files.isEmpty()) {
      throw new IOException("this is no configuration");
    }
    return new Delivery(digest(text), files);
  }

  static String digest(String text) throws IOException {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("every Java has SHA-256", e);
    }
  }
}
