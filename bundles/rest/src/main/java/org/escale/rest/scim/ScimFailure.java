package org.escale.rest.scim;

import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.escale.rest.problem.Problem;
import org.escale.rest.problem.Problems;

/** Turns every failure of this door into SCIM's own words. */
public final class ScimFailure implements ExceptionMapper<Throwable> {
  @Override
  public Response toResponse(Throwable failure) {
    return answer(failure);
  }

  /** Takes the place of the framework's own mapper, which would answer without a body. */
  public static final class OfFramework implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException failure) {
      return answer(failure);
    }
  }

  private static Response answer(Throwable failure) {
    var answer = Problems.of(failure);
    var problem = (Problem) answer.getEntity();
    return Response.fromResponse(answer)
        .status(ScimError.status(problem))
        .type(Scim.TYPE)
        .entity(ScimError.of(problem))
        .build();
  }
}
