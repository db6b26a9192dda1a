package org.escale.gateway.portal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The portal at {@code /portal/*}: public, 128 kB of request at most. Safe for many threads. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("escale-portal")
@HttpWhiteboardServletPattern("/portal/*")
public final class PortalServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LARGEST = 128 * 1024;
  private static final int LONGEST_PATH = 300;

  private final transient Door door;

  /** Shows the portals of that driver. */
  @Activate
  public PortalServlet(@Reference PortalDriver driver) {
    this.door = new Door(driver);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var body = request.getInputStream().readNBytes(LARGEST + 1);
    var path = Optional.ofNullable(request.getPathInfo()).orElse("");
    if (body.length > LARGEST || path.length() > LONGEST_PATH) {
      send(response, Say.text(413, "That is too much.\n"));
      return;
    }
    var text = new String(body, StandardCharsets.UTF_8);
    var query = Ask.fields(Optional.ofNullable(request.getQueryString()).orElse(""));
    send(
        response,
        door.answer(new Ask(request.getMethod(), words(path), query, text, from(request))));
  }

  private static void send(HttpServletResponse response, Say say) throws IOException {
    response.setStatus(say.status());
    say.headers().forEach(response::setHeader);
    response.setContentType(say.type());
    response.getOutputStream().write(say.body().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> words(String path) {
    return Stream.of(path.split("/", -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static Ask.Sender from(HttpServletRequest request) {
    var bearer = header(request, "Authorization");
    return new Ask.Sender(
        address(request),
        header(request, "Accept-Language"),
        bearer.startsWith("Bearer ") ? bearer.substring("Bearer ".length()) : "",
        Optional.ofNullable(request.getCookies()).stream()
            .flatMap(Arrays::stream)
            .filter(cookie -> cookie.getName().equals("portal"))
            .map(Cookie::getValue)
            .findFirst()
            .orElse(""));
  }

  /** What the proxy in front says, if that proxy is this machine. */
  private static String address(HttpServletRequest request) {
    var peer = request.getRemoteAddr();
    var forwarded = header(request, "X-Forwarded-For");
    var here = peer.startsWith("127.") || peer.equals("0:0:0:0:0:0:0:1") || peer.equals("::1");
    return here && !forwarded.isEmpty()
        ? forwarded.substring(forwarded.lastIndexOf(',') + 1).strip()
        : peer;
  }

  private static String header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }
}
