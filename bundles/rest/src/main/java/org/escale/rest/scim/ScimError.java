package org.escale.rest.scim;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.escale.refusal.RefusalCode;
import org.escale.rest.problem.Problem;
import org.escale.rest.problem.Refusing;

/**
 * A no as SCIM writes it (RFC 7644, 3.12). It has no member of its own: there are clients that take
 * one for a fault.
 *
 * @param status as a text, as the standard wants it
 * @param scimType what kind of no it is, where the standard has a word for it
 * @param detail a sentence for a person, in the caller's language, with the refusal's code
 * @param code the refusal; not written
 */
record ScimError(
    List<String> schemas,
    String status,
    Optional<String> scimType,
    String detail,
    @JsonIgnore String code)
    implements Refusing {
  private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

  /** The same no as a problem document says it. */
  static ScimError of(Problem problem) {
    var field = Optional.ofNullable(problem.details().get("field"));
    return new ScimError(
        List.of(SCHEMA),
        String.valueOf(status(problem)),
        type(problem),
        problem.detail() + " (" + problem.code() + field.map(name -> ": " + name).orElse("") + ")",
        problem.code());
  }

  /** SCIM has no 422. */
  static int status(Problem problem) {
    return problem.status() == 422 ? 400 : problem.status();
  }

  private static Optional<String> type(Problem problem) {
    return switch (RefusalCode.valueOf(problem.code())) {
      case ALREADY_EXISTS -> Optional.of("uniqueness");
      case MALFORMED_REQUEST -> Optional.of("invalidSyntax");
      case INVALID_FIELD ->
          Optional.of(problem.details().getOrDefault(Scim.SAYS_WHY, "invalidValue"));
      default -> Optional.empty();
    };
  }
}
