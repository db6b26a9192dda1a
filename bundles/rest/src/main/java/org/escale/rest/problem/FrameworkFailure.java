package org.escale.rest.problem;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.escale.rest.call.Door;
import org.osgi.service.component.annotations.Component;

/** Takes the place of the framework's own mapper, which would answer without a body. */
@Provider
@Component(service = FrameworkFailure.class, property = Door.EXTENSION)
public final class FrameworkFailure implements ExceptionMapper<WebApplicationException> {
  @Override
  public Response toResponse(WebApplicationException failure) {
    return Problems.of(failure);
  }
}
