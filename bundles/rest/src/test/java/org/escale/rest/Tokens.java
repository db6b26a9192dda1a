package org.escale.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.caller.Account;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.caller.Token;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Digest;
import org.escale.service.SignIn;

/**
 * Signs in whoever a test made known; the secret of an account is its name with {@code -secret}.
 */
final class Tokens implements SignIn {
  private final Map<String, Caller> callers = new ConcurrentHashMap<>();

  /** Makes an account known; answers its secret. */
  String know(String name, Role role, Standing standing) {
    var caller =
        new Caller(new AccountId(name), Set.of(role), standing, Set.of(), java.util.Locale.ENGLISH);
    callers.put(name + "-secret", caller);
    return name + "-secret";
  }

  /** From now on nobody holds that name's secret. */
  void forget(String name) {
    callers.remove(name + "-secret");
  }

  @Override
  public Outcome<Issued> signIn(String name, String secret) {
    return callers.containsKey(secret) && secret.equals(name + "-secret")
        ? Outcome.done(issued(name, secret))
        : Outcome.refused(RefusalCode.BAD_CREDENTIALS);
  }

  @Override
  public Outcome<Caller> caller(String secret) {
    return callers.containsKey(secret)
        ? Outcome.done(callers.get(secret))
        : Outcome.refused(RefusalCode.NOT_SIGNED_IN);
  }

  @Override
  public Outcome<Issued> issue(Caller caller, String name, Set<Operation> scopes, Duration life) {
    return Outcome.done(issued(caller.who().value(), "fresh"));
  }

  @Override
  public Outcome<List<Token>> tokens(Caller caller) {
    return Outcome.done(List.of(issued(caller.who().value(), "fresh").token()));
  }

  @Override
  public Outcome<Instant> revoke(Caller caller, String hash) {
    callers.keySet().removeIf(secret -> Digest.of(secret).equals(hash));
    return Outcome.done(Instant.EPOCH);
  }

  @Override
  public Outcome<Account> open(Caller caller, Account account, String password) {
    return Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  private static Issued issued(String name, String secret) {
    var now = Instant.parse("2027-01-04T08:00:00Z");
    var end = now.plus(Duration.ofHours(12));
    var hash = new Token.Hash(Digest.of(secret));
    return new Issued(
        secret, new Token(hash, new AccountId(name), "test", Set.of(), now, end, false));
  }
}
