package org.escale.gateway.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ReadListener;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escale.access.GrantId;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** How much may be sent to the portal, and by which address and words a device is known. */
public class PortalServletTest {
  private static final String DEVICE = "198.18.1.10";
  private static final int LARGEST = 128 * 1024;

  private final Site site = new Site(Map.of("agent", "true"));
  private final Map<String, String> headers = new HashMap<>();
  private String peer = DEVICE;
  private Cookie[] cookies;

  @Before
  public void aDevicePasses() {
    site.knows(site.grant("g", Site.KEY, 1, false));
    var device = new Arrival(Site.MAC, DEVICE, "ab".repeat(32));
    assertTrue(site.gateway.leases().open(new GrantId("g"), device).isPresent());
    site.gateway.leases().passes(Site.MAC, true);
  }

  @After
  public void close() {
    site.close();
  }

  @Test
  public void aRequestHasAHundredAndTwentyEightKilobytesAtMost() throws Exception {
    headers.put("Authorization", "Bearer " + Agent.bearer(Site.SECRET));
    assertEquals(400, says("POST", "/gw/box", "x".repeat(LARGEST)).status);
    assertEquals(413, says("POST", "/gw/box", "x".repeat(LARGEST + 1)).status);
    assertEquals(404, says("GET", "/" + "x".repeat(299), "").status);
    assertEquals(413, says("GET", "/" + "x".repeat(300), "").status);
  }

  @Test
  public void s1_aDeviceIsKnownByTheAddressThatOurOwnProxySaw() throws Exception {
    assertTrue(passes());
    headers.put("X-Forwarded-For", "10.0.0.9");
    assertTrue("it is no proxy of ours", passes());
    peer = "127.0.0.1";
    assertFalse(passes());
    headers.put("X-Forwarded-For", DEVICE + ", 10.0.0.9");
    assertFalse("what somebody wrote before", passes());
    headers.put("X-Forwarded-For", "10.0.0.9, " + DEVICE);
    assertTrue(passes());
    for (var here : new String[] {"::1", "0:0:0:0:0:0:0:1"}) {
      peer = here;
      assertTrue(here, passes());
    }
    peer = "10.0.0.9";
    headers.put("X-Forwarded-For", DEVICE);
    assertFalse("anybody may write that", passes());
  }

  @Test
  public void s1_onlyABearerIsABox() throws Exception {
    headers.put("Authorization", Agent.bearer(Site.SECRET));
    assertEquals(403, says("POST", "/gw/box", "").status);
    headers.put("Authorization", "Bearer " + Agent.bearer(Site.SECRET));
    assertEquals(200, says("POST", "/gw/box", "").status);
  }

  @Test
  public void s1_onlyOurOwnCookieIsATicket() throws Exception {
    var ticket = site.gateway.leases().all().get(0).ticket();
    cookies = new Cookie[] {new Cookie("other", ticket)};
    assertEquals(200, says("GET", "/gw", "").status);
    cookies = new Cookie[] {new Cookie("other", "x"), new Cookie("portal", ticket)};
    assertEquals(303, says("GET", "/gw", "").status);
  }

  private boolean passes() throws Exception {
    return says("GET", "/gw/api", "").text().contains("\"captive\":false");
  }

  private Answer says(String method, String path, String body)
      throws IOException, ServletException {
    var answer = new Answer();
    new PortalServlet(site.driver).service(request(method, path, body), answer.response());
    return answer;
  }

  private HttpServletRequest request(String method, String path, String body) {
    var said = LoginTest.device("ab".repeat(32), DEVICE).get("fas");
    return proxy(
        HttpServletRequest.class,
        (proxy, called, args) ->
            switch (called.getName()) {
              case "getMethod" -> method;
              case "getPathInfo" -> path;
              case "getQueryString" -> "fas=" + said.replace("=", "%3D");
              case "getInputStream" -> new In(body);
              case "getHeader" -> headers.get((String) args[0]);
              case "getCookies" -> cookies;
              case "getRemoteAddr" -> peer;
              default -> throw new UnsupportedOperationException(called.getName());
            });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static final class Answer {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    String text() {
      return body.toString(UTF_8);
    }

    HttpServletResponse response() {
      return proxy(
          HttpServletResponse.class,
          (proxy, called, args) -> {
            switch (called.getName()) {
              case "setHeader", "setContentType" -> {}
              case "setStatus" -> status = (int) args[0];
              case "getOutputStream" -> {
                return new Out(body);
              }
              default -> throw new UnsupportedOperationException(called.getName());
            }
            return null;
          });
    }
  }

  private static final class In extends ServletInputStream {
    private final ByteArrayInputStream from;

    In(String body) {
      this.from = new ByteArrayInputStream(body.getBytes(UTF_8));
    }

    @Override
    public int read() {
      return from.read();
    }

    @Override
    public int read(byte[] into, int start, int length) {
      return from.read(into, start, length);
    }

    @Override
    public boolean isFinished() {
      return from.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Out extends ServletOutputStream {
    private final ByteArrayOutputStream to;

    Out(ByteArrayOutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int octet) {
      to.write(octet);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}
