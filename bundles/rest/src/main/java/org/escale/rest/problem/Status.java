package org.escale.rest.problem;

import org.escale.refusal.RefusalCode;

/** The HTTP status of each refusal: by its family, with the exceptions that HTTP has words for. */
public final class Status {
  private Status() {}

  /** The status of {@code code}. */
  public static int of(RefusalCode code) {
    return switch (code) {
      case TOO_LARGE -> 413;
      case CHANGED_MEANWHILE -> 412;
      case IF_MATCH_REQUIRED -> 428;
      default -> of(code.kind());
    };
  }

  private static int of(RefusalCode.Kind kind) {
    return switch (kind) {
      case MALFORMED -> 400;
      case UNKNOWN_CALLER -> 401;
      case FORBIDDEN -> 403;
      case MISSING -> 404;
      case CONFLICT -> 409;
      case STALE -> 412;
      case INVALID -> 422;
      case LIMITED -> 429;
      case UNAVAILABLE -> 503;
    };
  }
}
