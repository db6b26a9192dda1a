package org.escale.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** One file of the page, ready to be sent. Its bytes are not to be changed. */
final class Asset {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "webmanifest", "application/manifest+json",
          "svg", "image/svg+xml",
          "png", "image/png",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  private final String type;
  private final byte[] plain;
  private final byte[] packed;
  private final String tag;

  private Asset(String type, byte[] plain) {
    this.type = type;
    this.plain = plain;
    var zipped = gzip(plain);
    this.packed = zipped.length < plain.length ? zipped : plain;
    this.tag = digest(plain);
  }

  /**
   * The file of that name.
   *
   * @throws IllegalArgumentException if its ending is none of ours
   */
  static Asset of(String name, byte[] bytes) {
    var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null) {
      throw new IllegalArgumentException("no media type for " + name);
    }
    return new Asset(type, bytes);
  }

  /** The same file with other text in it. */
  Asset with(String text) {
    return new Asset(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Its media type. */
  String type() {
    return type;
  }

  /** As it is. */
  byte[] plain() {
    return plain;
  }

  /** By gzip, or as it is where that is no longer. */
  byte[] packed() {
    return packed;
  }

  /** Its entity tag, without quotes. */
  String tag() {
    return tag;
  }

  /** As text. */
  String text() {
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** The first 16 hex digits of the bytes' SHA-256. */
  static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes)).substring(0, 16);
  }

  /** SHA-256. */
  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
