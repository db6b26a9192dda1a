package org.escale.rest.operation;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.ext.Provider;
import org.escale.rest.call.Door;
import org.osgi.service.component.annotations.Component;

/** Counts answers by method and status, never by who asked or for what. */
@Provider
@Component(
    service = {Traffic.class},
    property = Door.EXTENSION)
public final class Traffic implements ContainerResponseFilter {
  private static final int MOST = 200;
  private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    var method = request.getMethod().matches("[A-Z]{1,10}") ? request.getMethod() : "OTHER";
    var labels = "{method=\"" + method + "\",status=\"" + response.getStatus() + "\"}";
    if (answers.size() < MOST || answers.containsKey(labels)) {
      answers.computeIfAbsent(labels, key -> new LongAdder()).increment();
    }
  }

  /** Writes the counters. */
  void write(StringBuilder text) {
    text.append("# HELP escale_rest_answers_total answers of the REST door\n");
    text.append("# TYPE escale_rest_answers_total counter\n");
    answers.forEach(
        (labels, count) ->
            text.append("escale_rest_answers_total")
                .append(labels)
                .append(' ')
                .append(count.sum())
                .append('\n'));
  }
}
