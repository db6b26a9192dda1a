package org.escale.web;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** One request and its answer, without a container. */
final class FakeExchange {
  final Map<String, String> sent = new HashMap<>();
  final Map<String, String> headers = new HashMap<>();
  final ByteArrayOutputStream body = new ByteArrayOutputStream();
  int status = 200;

  private final String method;
  private final String path;

  FakeExchange(String method, String path) {
    this.method = method;
    this.path = path;
  }

  FakeExchange header(String name, String value) {
    sent.put(name, value);
    return this;
  }

  FakeExchange through(PageServlet servlet) throws Exception {
    servlet.service(request(), response());
    return this;
  }

  String text() {
    return body.toString(StandardCharsets.UTF_8);
  }

  private HttpServletRequest request() {
    return proxy(
        HttpServletRequest.class,
        (proxy, called, args) ->
            switch (called.getName()) {
              case "getMethod" -> method;
              case "getServletPath" -> path;
              case "getHeader" -> sent.get((String) args[0]);
              default -> throw new UnsupportedOperationException(called.getName());
            });
  }

  private HttpServletResponse response() {
    return proxy(
        HttpServletResponse.class,
        (proxy, called, args) -> {
          switch (called.getName()) {
            case "setHeader" -> headers.put((String) args[0], (String) args[1]);
            case "setContentType" -> headers.put("Content-Type", (String) args[0]);
            case "setContentLength" -> headers.put("Content-Length", String.valueOf(args[0]));
            case "setStatus" -> status = (int) args[0];
            case "getOutputStream" -> {
              return new Out(body);
            }
            default -> throw new UnsupportedOperationException(called.getName());
          }
          return null;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static final class Out extends ServletOutputStream {
    private final ByteArrayOutputStream to;

    Out(ByteArrayOutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int b) {
      to.write(b);
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
