package org.escale.rest.call;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.annotation.Priority;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.PreMatching;
import javax.ws.rs.ext.Provider;
import org.escale.refusal.RefusalCode;
import org.escale.rest.problem.RefusedException;
import org.osgi.service.component.annotations.Component;

/** Reads the body whole, within its limit, before anything looks at it. */
@Provider
@PreMatching
@Priority(1)
@Component(service = Gate.class, property = Door.EXTENSION)
public final class Gate implements ContainerRequestFilter {
  /** Where the bytes of the body lie. */
  static final String BODY = "org.escale.rest.body";

  /** So much of a body that is too large is read away, so that its sender can hear the answer. */
  private static final int PATIENCE = 8 * Json.BODY;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    byte[] body = request.hasEntity() ? read(request.getEntityStream()) : new byte[0];
    request.setProperty(BODY, body);
    request.setEntityStream(new ByteArrayInputStream(body));
  }

  private static byte[] read(InputStream stream) throws IOException {
    byte[] body = stream.readNBytes(Json.BODY + 1);
    if (body.length > Json.BODY) {
      drain(stream);
      throw RefusedException.of(RefusalCode.TOO_LARGE);
    }
    return body;
  }

  private static void drain(InputStream stream) throws IOException {
    var away = new byte[8192];
    int left = PATIENCE;
    int got = stream.read(away);
    while (got > 0 && left > 0) {
      left -= got;
      got = stream.read(away);
    }
  }
}
