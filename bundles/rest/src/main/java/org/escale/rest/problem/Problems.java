package org.escale.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.refusal.UnavailableException;
import org.escale.rest.call.Languages;
import org.escale.rest.call.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the problem document of whatever went wrong; never shows a stack trace. */
public final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_SECONDS = "5";

  private Problems() {}

  /** The answer to a failure. */
  public static Response of(Throwable failure) {
    if (failure instanceof RefusedException refused) {
      return of(refused.refusal());
    }
    if (failure instanceof JsonProcessingException json) {
      return of(refusal(json));
    }
    if (failure instanceof UnavailableException) {
      LOG.warn("request {}: {}", Trace.current(), failure.getMessage());
      return of(Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE));
    }
    if (failure instanceof WebApplicationException web) {
      return of(web);
    }
    return bug(failure);
  }

  private static Response bug(Throwable failure) {
    if (failure instanceof IOException) {
      LOG.info("request {}: the client went away: {}", Trace.current(), failure.toString());
    } else {
      LOG.error("request {} failed", Trace.current(), failure);
    }
    return answer(Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE), 500).build();
  }

  /** The answer to a refusal. */
  public static Response of(Refusal refusal) {
    int status = Status.of(refusal.code());
    var answer = answer(refusal, status);
    if (status == 401) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"escale\"");
    }
    if (status == 503) {
      answer.header(
          HttpHeaders.RETRY_AFTER, refusal.details().getOrDefault("retryAfter", RETRY_SECONDS));
    }
    if (status == 429) {
      answer.header(HttpHeaders.RETRY_AFTER, refusal.details().getOrDefault("retryAfter", "1"));
    }
    return answer.build();
  }

  private static Response of(WebApplicationException web) {
    if (web.getCause() instanceof JsonProcessingException json) {
      return of(refusal(json));
    }
    if (web.getCause() instanceof RefusedException refused) {
      return of(refused.refusal());
    }
    int status = web.getResponse().getStatus();
    var code = status == 404 ? RefusalCode.NOT_FOUND : RefusalCode.MALFORMED_REQUEST;
    if (status >= 500) {
      LOG.error("request {} failed", Trace.current(), web);
      return answer(Refusal.of(RefusalCode.TEMPORARILY_UNAVAILABLE), 500).build();
    }
    var answer = answer(Refusal.of(code), status);
    var allow = web.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }

  private static Refusal refusal(JsonProcessingException json) {
    if (json instanceof StreamConstraintsException
        || json.getCause() instanceof StreamConstraintsException) {
      return Refusal.of(RefusalCode.TOO_LARGE);
    }
    if (json instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Refusal.of(RefusalCode.INVALID_FIELD, "field", path(mapping));
    }
    return Refusal.of(RefusalCode.MALFORMED_REQUEST);
  }

  private static String path(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static Response.ResponseBuilder answer(Refusal refusal, int status) {
    Locale language = Languages.current();
    return Response.status(status)
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
        .entity(Problem.of(refusal, status, language, Trace.current()));
  }
}
