package org.escale.rest.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Address;
import org.escale.rest.call.Json;
import org.escale.rest.call.Trace;
import org.escale.service.Audit;
import org.escale.service.Pace;
import org.escale.service.SignIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Gives systems a bearer token for their name and secret (RFC 6749, client credentials). */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("escale-rest-token")
@HttpWhiteboardServletPattern("/oauth2/token")
public final class TokenServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String OPERATION = "POST:/oauth2/token";
  private static final int LONGEST = 4096;
  private static final String BASIC = "Basic ";

  private final transient SignIn signIn;
  private final transient Pace pace;
  private final transient Audit audit;

  /** With who knows the accounts. */
  @Activate
  public TokenServlet(@Reference SignIn signIn, @Reference Pace pace, @Reference Audit audit) {
    this.signIn = signIn;
    this.pace = pace;
    this.audit = audit;
  }

  private record Credentials(String name, String secret) {
    @Override
    public String toString() {
      return "credentials";
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var tooMany = pace.count(Pace.Kind.SIGN_IN, Address.of(request));
    if (tooMany.isPresent()) {
      var code = tooMany.get().code().name();
      audit.refused(new Audit.Line(Optional.empty(), OPERATION, code, Trace.current()));
      refuse(response, 429, "temporarily_unavailable");
      return;
    }
    if (request.getContentLengthLong() > LONGEST) {
      refuse(response, 413, "invalid_request");
    } else if (!"client_credentials".equals(request.getParameter("grant_type"))) {
      refuse(response, 400, "unsupported_grant_type");
    } else {
      answer(credentials(request), response);
    }
  }

  private void answer(Optional<Credentials> who, HttpServletResponse response) throws IOException {
    if (who.isEmpty()) {
      refuse(response, 400, "invalid_request");
      return;
    }
    var outcome = signIn.signIn(who.get().name(), who.get().secret());
    if (outcome instanceof Outcome.Done<SignIn.Issued> done) {
      var token = done.value().token();
      long life = Duration.between(token.createdAt(), token.expiresAt()).toSeconds();
      write(
          response,
          200,
          Map.of(
              "access_token", done.value().secret(), "token_type", "Bearer", "expires_in", life));
    } else {
      var code = ((Outcome.Refused<SignIn.Issued>) outcome).refusal().code();
      boolean later = code.kind() == RefusalCode.Kind.LIMITED;
      response.setHeader("WWW-Authenticate", "Basic realm=\"escale\"");
      refuse(response, later ? 429 : 401, later ? "temporarily_unavailable" : "invalid_client");
    }
  }

  private static Optional<Credentials> credentials(HttpServletRequest request) {
    var header = Optional.ofNullable(request.getHeader("Authorization"));
    if (header.isPresent() && header.get().startsWith(BASIC)) {
      return basic(header.get().substring(BASIC.length()));
    }
    var name = Optional.ofNullable(request.getParameter("client_id"));
    var secret = Optional.ofNullable(request.getParameter("client_secret"));
    return name.flatMap(n -> secret.map(s -> new Credentials(n, s)));
  }

  private static Optional<Credentials> basic(String encoded) {
    try {
      var pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 1
          ? Optional.empty()
          : Optional.of(new Credentials(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void refuse(HttpServletResponse response, int status, String error)
      throws IOException {
    write(response, status, Map.of("error", error));
  }

  private static void write(HttpServletResponse response, int status, Map<String, Object> body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    var json = Json.mapper().writeValueAsBytes(new TreeMap<>(body));
    response.getOutputStream().write(json);
  }
}
