package org.escale.itests.access;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.escale.itests.process.Http;

/**
 * What a caller sees of an answer.
 *
 * @param body as text, whatever it came as: PDF and spreadsheets opened
 * @param headers all of them
 */
record Seen(int status, String body, String headers) {
  private static final String TRACE = "\"traceId\":\"[^\"]*\"|traceId>[^<]*<";

  /** Sends it. */
  static Seen of(Http http, HttpRequest.Builder request) {
    var answer = http.bytes(request);
    var type = answer.headers().firstValue("Content-Type").orElse("");
    return new Seen(answer.statusCode(), text(type, answer.body()), answer.headers().toString());
  }

  /** Whether that text stands anywhere in it. */
  boolean shows(String text) {
    return body.contains(text) || headers.contains(text);
  }

  /** Whether it is a no: by its status, or inside an answer to several questions. */
  boolean refuses() {
    return status >= 400 || body.contains("\"refusal\":{");
  }

  /** What two refusals have in common that do not tell who is there. */
  String alike() {
    return status + " " + body.replaceAll(TRACE, "");
  }

  private static String text(String type, byte[] body) {
    try {
      if (type.startsWith("application/pdf")) {
        try (var document = Loader.loadPDF(body)) {
          return new PDFTextStripper().getText(document);
        }
      }
      return type.contains("spreadsheet") ? unzipped(body) : plain(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unzipped(byte[] body) throws IOException {
    var text = new StringBuilder();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(body))) {
      while (zip.getNextEntry() != null) {
        text.append(plain(zip.readAllBytes()));
      }
    }
    return text.toString();
  }

  private static String plain(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
