package org.escale.security;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * A chunked request is the last one of its connection. The HTTP server that ships reads chunk
 * extensions otherwise than proxies do (CVE-2026-2332, no open fix for its line), so that a second
 * request can hide in the body of a first. It is never read when the connection ends after the
 * first. A client that sends chunks pays with a new connection.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterName("escale-chunked-once")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class ChunkedOnce implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest asked
        && response instanceof HttpServletResponse answer
        && asked.getHeader("Transfer-Encoding") != null) {
      answer.setHeader("Connection", "close");
    }
    chain.doFilter(request, response);
  }
}
