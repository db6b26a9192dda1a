package org.escale.rest.entry;

import static org.escale.caller.Operation.TOKEN_WRITE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.caller.Operation;
import org.escale.caller.Token;
import org.escale.rest.call.Answers;
import org.escale.rest.call.Call;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Need;
import org.escale.service.SignIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Personal access tokens of the caller's own account. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = TokensResource.class, property = Door.RESOURCE)
public final class TokensResource {
  private static final Duration LIFE = Duration.ofDays(90);
  private final SignIn signIn;

  /** With who knows the tokens. */
  @Activate
  public TokensResource(@Reference SignIn signIn) {
    this.signIn = signIn;
  }

  /** A wish for a token; without scopes it may all that the account may. */
  public record TokenOrder(
      Optional<String> name, Optional<Set<String>> scopes, Optional<String> validity) {}

  /** A token without its secret. */
  public record TokenView(
      String id,
      String name,
      List<Operation> scopes,
      Instant createdAt,
      Instant expiresAt,
      boolean revoked) {
    static TokenView of(Token t) {
      return new TokenView(
          t.hash().value(),
          t.name(),
          t.scopes().stream().sorted().toList(),
          t.createdAt(),
          t.expiresAt(),
          t.revoked());
    }
  }

  /** A token just made: the only moment at which its secret is seen. */
  public record IssuedView(String secret, TokenView token) {}

  /** Makes one. */
  @POST
  @Path("tokens")
  @Does(
      value = "Make a personal access token, for 1 hour to 400 days; its secret is shown once",
      as = TOKEN_WRITE,
      gives = IssuedView.class,
      status = 201)
  public Response issue(@Context Call call, TokenOrder order) {
    var scopes =
        order.scopes().orElse(Set.of()).stream()
            .map(scope -> Need.one("scopes", Operation.class, scope))
            .collect(Collectors.toSet());
    var life = order.validity().map(text -> Need.duration("validity", text)).orElse(LIFE);
    var name = Need.text("name", order.name(), 100);
    var issued = Call.done(signIn.issue(call.caller(), name, scopes, life));
    return Response.status(Response.Status.CREATED)
        .entity(new IssuedView(issued.secret(), TokenView.of(issued.token())))
        .build();
  }

  /** Lists them. */
  @GET
  @Path("tokens")
  @Does(
      value = "One's own tokens, without their secrets",
      as = TOKEN_WRITE,
      gives = TokenView.class,
      many = true)
  public Response list(@Context Call call) {
    var tokens = Call.done(signIn.tokens(call.caller()));
    return Answers.all(tokens.stream().map(TokenView::of).toList());
  }

  /** Ends one. */
  @DELETE
  @Path("tokens/{id}")
  @Does(value = "End one of one's own tokens at once", as = TOKEN_WRITE, status = 204)
  public Response revoke(@Context Call call, @PathParam("id") String id) {
    var hash = Need.path(id, Token.Hash::new);
    Call.done(signIn.revoke(call.caller(), hash.value()));
    return Response.noContent().build();
  }
}
