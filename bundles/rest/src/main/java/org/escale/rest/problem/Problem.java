package org.escale.rest.problem;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.escale.refusal.Refusal;
import org.escale.refusal.Texts;

/**
 * A problem document (RFC 9457).
 *
 * @param type names the code, so that it can be looked up
 * @param title the code in words of its own
 * @param detail a sentence for a person, in the caller's language
 * @param code the refusal, for a program
 * @param details what decided: a field, a limit, the neighbours of a wall time
 * @param traceId finds this request in our log
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    Map<String, String> details,
    String traceId)
    implements Refusing {
  /** Its media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Keeps the details in order. */
  public Problem {
    details = java.util.Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /** The document of a refusal. */
  public static Problem of(Refusal refusal, int status, Locale language, String traceId) {
    var code = refusal.code().name();
    var title = code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Problem(
        "urn:escale:refusal:" + code,
        title,
        status,
        Texts.of(refusal, language),
        code,
        refusal.details(),
        traceId);
  }
}
