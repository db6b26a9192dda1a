package org.escale.rest.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.core.HttpHeaders;
import org.escale.refusal.RefusalCode;
import org.escale.rest.problem.RefusedException;

/**
 * The token that a request came with.
 *
 * @param secret the token, if any
 * @param byCookie whether the browser added it by itself, so that a change needs the second proof
 */
public record Identity(Optional<String> secret, boolean byCookie) {
  /** The name of the cookie. */
  public static final String COOKIE = "escale";

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String BEARER = "bearer ";

  /** What the request carries: the header before the cookie. */
  static Identity of(ContainerRequestContext request) {
    var header = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    if (header.isPresent()) {
      var value = header.get();
      if (!value.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
        throw RefusedException.of(RefusalCode.NOT_SIGNED_IN);
      }
      return new Identity(Optional.of(value.substring(BEARER.length()).strip()), false);
    }
    var cookie = Optional.ofNullable(request.getCookies().get(COOKIE));
    return new Identity(cookie.map(c -> c.getValue()).filter(v -> !v.isEmpty()), true);
  }

  /** Refuses a change that a foreign page may have asked the browser for. */
  void mustBeMeant(ContainerRequestContext request) {
    if (!byCookie || secret.isEmpty() || READS.contains(request.getMethod())) {
      return;
    }
    var given = Optional.ofNullable(request.getHeaderString("X-CSRF")).orElse("");
    var right = proof(secret.get());
    if (!MessageDigest.isEqual(bytes(given), bytes(right))) {
      throw RefusedException.of(RefusalCode.NOT_ALLOWED);
    }
  }

  /** The second proof that belongs to a token; only a page of ours can send it. */
  public static String proof(String secret) {
    return Digest.of("csrf:" + secret).substring(0, 32);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return secret.isPresent() ? "identified" : "anonymous";
  }
}
