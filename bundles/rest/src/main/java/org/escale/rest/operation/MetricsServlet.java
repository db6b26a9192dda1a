package org.escale.rest.operation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escale.service.Operations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Figures for Prometheus, in its text form; none of them is about a person. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("escale-rest-metrics")
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Who knows how we are; the figures of the machine are there without it. */
  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  volatile Operations operations;

  private final transient Traffic traffic;

  /** With what counts requests. */
  @Activate
  public MetricsServlet(@Reference Traffic traffic) {
    this.traffic = traffic;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var text = new StringBuilder();
    var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    var runtime = ManagementFactory.getRuntimeMXBean();
    gauge(text, "escale_heap_used_bytes", "heap in use", memory.getUsed());
    gauge(text, "escale_heap_max_bytes", "most heap", memory.getMax());
    gauge(text, "escale_uptime_seconds", "since the start", runtime.getUptime() / 1000);
    gauge(text, "escale_threads", "threads", ManagementFactory.getThreadMXBean().getThreadCount());
    parts(text);
    traffic.write(text);
    response.setContentType("text/plain; version=0.0.4; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void parts(StringBuilder text) {
    text.append("# HELP escale_up whether a part is up\n# TYPE escale_up gauge\n");
    Optional.ofNullable(operations).stream()
        .flatMap(known -> known.health().stream())
        .forEach(
            part ->
                text.append("escale_up{part=\"")
                    .append(part.name().replaceAll("[^A-Za-z0-9_.:-]", "_"))
                    .append("\"} ")
                    .append(part.up() ? 1 : 0)
                    .append('\n'));
  }

  private static void gauge(StringBuilder text, String name, String help, long value) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
    text.append(name).append(' ').append(value).append('\n');
  }
}
