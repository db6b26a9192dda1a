package org.escale.caller;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who is asking: first parameter of every use case.
 *
 * @param who the account
 * @param roles what it is to the federation
 * @param standing where it belongs
 * @param scopes operations that its token is limited to; empty means all that the roles allow
 * @param manner in which language, and under which key
 */
public record Caller(
    AccountId who, Set<Role> roles, Standing standing, Set<Operation> scopes, Manner manner) {
  /** Nobody: may read the public directory. */
  public static final Caller NOBODY =
      new Caller(
          new AccountId("nobody"), Set.of(Role.ANYBODY), Standing.NONE, Set.of(), Locale.ENGLISH);

  /** Copies the sets. */
  public Caller {
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
  }

  /** Somebody who gave no key. */
  public Caller(
      AccountId who, Set<Role> roles, Standing standing, Set<Operation> scopes, Locale language) {
    this(who, roles, standing, scopes, Manner.in(language));
  }

  /** For sentences meant for people. */
  public Locale language() {
    return manner.language();
  }

  /** What makes a repetition harmless: the one change of this request is committed under it. */
  public Optional<RequestKey> key() {
    return manner.key();
  }

  /** The same, in another manner. */
  public Caller in(Manner other) {
    return new Caller(who, roles, standing, scopes, other);
  }

  /** The same, whose change is committed under that key. */
  public Caller under(RequestKey key) {
    return in(new Manner(language(), Optional.of(key)));
  }

  /** The same without a key: for further changes, which a request or its job goes on to make. */
  public Caller further() {
    return in(Manner.in(language()));
  }

  /** Whether the matrix lets one of the roles do this and the token is not narrower. */
  public boolean may(Operation operation) {
    return (scopes.isEmpty() || scopes.contains(operation))
        && roles.stream().anyMatch(role -> operation.roles().contains(role));
  }

  /** What this caller may see. */
  public Sight sight() {
    return standing.sight(roles);
  }
}
