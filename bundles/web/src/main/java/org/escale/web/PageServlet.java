package org.escale.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Shows the page for people at {@code /}, and nothing else: what it knows it reads from the REST
 * door. All files are in memory; safe for many threads.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("escale-web")
@HttpWhiteboardServletPattern("/")
public final class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String FOLDER = "/static/";
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final transient Assets assets;
  private final transient SafeHeaders headers;

  /** Serves the files of this bundle. */
  @Activate
  public PageServlet(BundleContext context) {
    this(read(context));
  }

  PageServlet(Assets assets) {
    this.assets = assets;
    this.headers = new SafeHeaders(assets.mapHash());
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    headers.all().forEach(response::setHeader);
    var method = request.getMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      response.setHeader("Allow", "GET, HEAD");
      say(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, "This page can only be read.");
      return;
    }
    var hit = assets.at(request.getServletPath());
    if (hit.isPresent()) {
      send(request, response, hit.get());
    } else {
      say(response, HttpServletResponse.SC_NOT_FOUND, "There is no such page.");
    }
  }

  private static void send(HttpServletRequest request, HttpServletResponse response, Assets.Hit hit)
      throws IOException {
    var asset = hit.asset();
    var packed = accepts(request) ? asset.packed() : asset.plain();
    boolean zipped = packed != asset.plain();
    var tag = '"' + asset.tag() + (zipped ? "-z" : "") + '"';
    response.setHeader("ETag", tag);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Cache-Control", hit.lasting() ? FOREVER : "no-cache");
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    if (zipped) {
      response.setHeader("Content-Encoding", "gzip");
    }
    write(request, response, asset.type(), packed);
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, String type, byte[] bytes)
      throws IOException {
    response.setContentType(type);
    response.setContentLength(bytes.length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(bytes);
    }
  }

  private static boolean accepts(HttpServletRequest request) {
    var encodings = request.getHeader("Accept-Encoding");
    return encodings != null && encodings.contains("gzip");
  }

  private static void say(HttpServletResponse response, int status, String text)
      throws IOException {
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/plain; charset=utf-8");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Assets read(BundleContext context) {
    var entries = Collections.list(context.getBundle().findEntries(FOLDER, "*", true));
    var files = new HashMap<String, Asset>();
    for (URL entry : entries) {
      var path = entry.getPath();
      if (!path.endsWith("/")) {
        var name = path.substring(path.indexOf(FOLDER) + FOLDER.length());
        files.put(name, Asset.of(name, bytes(entry)));
      }
    }
    return new Assets(files);
  }

  private static byte[] bytes(URL entry) {
    try (InputStream in = entry.openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
