package org.escale.rest.call;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import javax.ws.rs.core.UriInfo;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.rest.problem.RefusedException;

/**
 * One request.
 *
 * @param caller who asks, in the language of the answer and under the key that the client gave
 * @param secret the token it came with; never logged
 * @param match the value of {@code If-Match}
 * @param uri the address asked for
 */
public record Call(Caller caller, Optional<String> secret, Optional<String> match, UriInfo uri) {

  /**
   * An id for the thing of that number that this request makes: under a key the same again, so that
   * its repetition is answered about the same things.
   */
  public String fresh(int number) {
    return caller
        .key()
        .map(key -> caller.who() + "\n" + key.part(number))
        .map(name -> UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(UUID::randomUUID)
        .toString();
  }

  /** The query parameters. */
  public Params params() {
    return new Params(uri.getQueryParameters());
  }

  /**
   * The revision that the client read; refuses where {@code If-Match} is missing or no revision.
   */
  public long revision() {
    return Revision.read(match);
  }

  /** Goes on unless that was one request too many. */
  public static void paced(Optional<Refusal> tooMany) {
    tooMany.ifPresent(
        refusal -> {
          throw new RefusedException(refusal);
        });
  }

  /** The value of an outcome; a refusal goes to the problem writer. */
  public static <T> T done(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T> done) {
      return done.value();
    }
    throw new RefusedException(((Outcome.Refused<T>) outcome).refusal());
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "call by " + caller.who();
  }
}
