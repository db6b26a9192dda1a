package org.escale.rest.call;

import java.io.IOException;
import javax.ws.rs.ext.Provider;
import javax.ws.rs.ext.ReaderInterceptor;
import javax.ws.rs.ext.ReaderInterceptorContext;
import org.escale.refusal.RefusalCode;
import org.escale.rest.problem.RefusedException;
import org.osgi.service.component.annotations.Component;

/** Refuses a body that is the word null where a thing is expected. */
@Provider
@Component(service = BodyRequired.class, property = Door.EXTENSION)
public final class BodyRequired implements ReaderInterceptor {
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    var body = context.proceed();
    if (body == null) {
      throw RefusedException.of(RefusalCode.MALFORMED_REQUEST);
    }
    return body;
  }
}
