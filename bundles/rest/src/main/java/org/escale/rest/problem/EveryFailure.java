package org.escale.rest.problem;

import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.escale.rest.call.Door;
import org.osgi.service.component.annotations.Component;

/** Turns every failure into a problem document. */
@Provider
@Component(service = EveryFailure.class, property = Door.EXTENSION)
public final class EveryFailure implements ExceptionMapper<Throwable> {
  @Override
  public Response toResponse(Throwable failure) {
    return Problems.of(failure);
  }
}
