package org.escale.rest.call;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.MediaType;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.escale.caller.RequestKey;

/** Reads the key that makes a repeated POST harmless. */
final class RequestKeys {
  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 128;

  private RequestKeys() {}

  /** The key of a POST, where it has one: it belongs to this method, this path and this body. */
  static Optional<RequestKey> of(ContainerRequestContext request) {
    var header = Optional.ofNullable(request.getHeaderString(HEADER));
    if (header.isEmpty() || !request.getMethod().equals("POST")) {
      return Optional.empty();
    }
    var key = header.get().strip();
    Need.check(HEADER, !key.isEmpty() && key.length() <= LONGEST);
    var bytes = (byte[]) request.getProperty(Gate.BODY);
    var body = table(request) ? Digest.of(latin(bytes)) : Digest.ofJson(bytes);
    var digest = Digest.of(request.getUriInfo().getPath() + "\n" + body);
    var method =
        PhaseInterceptorChain.getCurrentMessage().getExchange().get(OperationResourceInfo.class);
    return Optional.of(new RequestKey(operation(method), key, digest));
  }

  private static boolean table(ContainerRequestContext request) {
    return request.getMediaType() != null
        && request.getMediaType().isCompatible(MediaType.valueOf(Csv.TYPE));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String operation(OperationResourceInfo method) {
    var java = method.getAnnotatedMethod();
    return java.getDeclaringClass().getSimpleName() + "." + java.getName();
  }
}
