package org.escale.rest.entry;

import java.time.Duration;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Address;
import org.escale.rest.call.Call;
import org.escale.rest.call.Digest;
import org.escale.rest.call.Does;
import org.escale.rest.call.Door;
import org.escale.rest.call.Identity;
import org.escale.rest.call.Need;
import org.escale.rest.problem.RefusedException;
import org.escale.service.Pace;
import org.escale.service.SignIn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs people in by a cookie that scripts cannot read, and out again. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Component(service = LoginResource.class, property = Door.RESOURCE)
public final class LoginResource {
  private final SignIn signIn;
  private final Pace pace;

  /** With who knows the accounts. */
  @Activate
  public LoginResource(@Reference SignIn signIn, @Reference Pace pace) {
    this.signIn = signIn;
    this.pace = pace;
  }

  /** A name and its secret. */
  public record LoginOrder(Optional<String> username, Optional<String> password) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "login";
    }
  }

  /** Signs in. */
  @POST
  @Path("login")
  @Does(
      value = "Sign in; sets the cookie escale and answers the proof for X-CSRF",
      anybody = true,
      gives = WhoView.class)
  public Response login(@Context Call call, @Context HttpServletRequest request, LoginOrder order) {
    Call.paced(pace.count(Pace.Kind.SIGN_IN, Address.of(request)));
    var name = Need.text("username", order.username(), 96);
    var password = Need.present("password", order.password());
    Need.check("password", !password.isEmpty() && password.length() <= 128);
    var issued = Call.done(signIn.signIn(name, password));
    var caller = Call.done(signIn.caller(issued.secret()));
    var life = Duration.between(issued.token().createdAt(), issued.token().expiresAt());
    return Response.ok(WhoView.of(caller, issued.secret()))
        .header(HttpHeaders.SET_COOKIE, cookie(issued.secret(), life, Address.secure(request)))
        .build();
  }

  /** Signs out. */
  @DELETE
  @Path("login")
  @Does(value = "Sign out: ends the token that this request came with", status = 204)
  public Response logout(@Context Call call, @Context HttpServletRequest request) {
    Call.done(signIn.revoke(call.caller(), Digest.of(secret(call))));
    return Response.noContent()
        .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, Address.secure(request)))
        .build();
  }

  /** Who is signed in. */
  @GET
  @Path("me")
  @Does(value = "Who is signed in", gives = WhoView.class)
  public Response me(@Context Call call) {
    return Response.ok(WhoView.of(call.caller(), secret(call))).build();
  }

  private static String secret(Call call) {
    return call.secret().orElseThrow(() -> RefusedException.of(RefusalCode.NOT_SIGNED_IN));
  }

  private static String cookie(String value, Duration life, boolean secure) {
    return Identity.COOKIE
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
        + life.toSeconds()
        + (secure ? "; Secure" : "");
  }
}
