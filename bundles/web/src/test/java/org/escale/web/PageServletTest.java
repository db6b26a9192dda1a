package org.escale.web;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.Before;
import org.junit.Test;

public final class PageServletTest {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern LASTING = Pattern.compile("src=\"(/assets/[0-9a-f]{16}/app\\.js)\"");

  private PageServlet servlet;

  @Before
  public void shipped() throws Exception {
    servlet = new PageServlet(StaticFiles.assets());
  }

  @Test
  public void theRootIsThePage_andIsAskedForEachTime() throws Exception {
    var page = get("/");
    assertEquals(200, page.status);
    assertEquals("text/html; charset=utf-8", page.headers.get("Content-Type"));
    assertEquals("no-cache", page.headers.get("Cache-Control"));
    assertTrue(page.text().startsWith("<!doctype html>"));
    assertFalse("every address is filled in", page.text().contains("ASSETS"));
  }

  @Test
  public void whatLiesUnderTheDigestIsKeptForEver() throws Exception {
    var script = get(lasting());
    assertEquals(200, script.status);
    assertEquals("text/javascript; charset=utf-8", script.headers.get("Content-Type"));
    assertEquals("public, max-age=31536000, immutable", script.headers.get("Cache-Control"));
  }

  @Test
  public void everyModuleIsAskedForAtOnce() throws Exception {
    var page = get("/").text();
    assertFalse(page.contains("MODULES"));
    for (var name : StaticFiles.all().keySet()) {
      boolean module = name.endsWith(".js") && !name.equals("boot.js");
      assertEquals(name, module, page.contains("modulepreload\" href=\"" + folder(page) + name));
    }
  }

  private static String folder(String page) {
    return page.replaceFirst("(?s).*src=\"(/assets/[0-9a-f]{16}/)boot.js.*", "$1");
  }

  @Test
  public void anotherDigestIsNotFound() throws Exception {
    assertEquals(404, get(lasting().replaceFirst("[0-9a-f]{16}", "0".repeat(16))).status);
  }

  @Test
  public void aKnownTagSavesTheBody() throws Exception {
    var first = get("/icon.svg");
    var again =
        new FakeExchange("GET", "/icon.svg")
            .header("If-None-Match", first.headers.get("ETag"))
            .through(servlet);
    assertEquals(304, again.status);
    assertEquals(0, again.body.size());
    assertEquals(first.headers.get("ETag"), again.headers.get("ETag"));
  }

  @Test
  public void packedIsTheSameUnderAnotherTag() throws Exception {
    var plain = get("/app.js");
    var packed =
        new FakeExchange("GET", "/app.js").header("Accept-Encoding", "br, gzip").through(servlet);
    assertEquals("gzip", packed.headers.get("Content-Encoding"));
    assertEquals("Accept-Encoding", packed.headers.get("Vary"));
    assertFalse(plain.headers.get("ETag").equals(packed.headers.get("ETag")));
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(packed.body.toByteArray()))) {
      assertArrayEquals(plain.body.toByteArray(), zip.readAllBytes());
    }
  }

  @Test
  public void theOnlyInlineScriptIsTheImportMap_byItsHash() throws Exception {
    var page = get("/");
    var map = IMPORT_MAP.matcher(page.text());
    assertTrue(map.find());
    var digest =
        MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
    var policy = page.headers.get("Content-Security-Policy");
    assertTrue(
        policy.contains(
            "script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(digest) + "';"));
    assertTrue(policy.contains("default-src 'none'"));
    assertTrue(policy.contains("frame-ancestors 'none'"));
    assertFalse(policy.contains("unsafe"));
  }

  @Test
  public void everyAnswerIsGuarded() throws Exception {
    for (var path : new String[] {"/", "/app.js", "/nothing"}) {
      var headers = get(path).headers;
      assertEquals("nosniff", headers.get("X-Content-Type-Options"));
      assertEquals("no-referrer", headers.get("Referrer-Policy"));
      assertEquals("DENY", headers.get("X-Frame-Options"));
      assertTrue(headers.containsKey("Content-Security-Policy"));
    }
  }

  @Test
  public void whatIsNotShippedIsNotFound() throws Exception {
    for (var path : new String[] {"/nothing", "/../pom.xml", "/css/", "/css", "//app.js", "/%2e"}) {
      var answer = get(path);
      assertEquals(path, 404, answer.status);
      assertEquals("text/plain; charset=utf-8", answer.headers.get("Content-Type"));
    }
  }

  @Test
  public void headHasNoBody() throws Exception {
    var head = new FakeExchange("HEAD", "/").through(servlet);
    assertEquals(200, head.status);
    assertEquals(0, head.body.size());
    assertEquals(String.valueOf(get("/").body.size()), head.headers.get("Content-Length"));
  }

  @Test
  public void onlyReadingIsAllowed() throws Exception {
    for (var method : new String[] {"POST", "PUT", "DELETE", "TRACE", "OPTIONS"}) {
      var answer = new FakeExchange(method, "/").through(servlet);
      assertEquals(method, 405, answer.status);
      assertEquals("GET, HEAD", answer.headers.get("Allow"));
    }
  }

  private String lasting() throws Exception {
    var script = LASTING.matcher(get("/").text());
    assertTrue(script.find());
    return script.group(1);
  }

  private FakeExchange get(String path) throws Exception {
    return new FakeExchange("GET", path).through(servlet);
  }
}
