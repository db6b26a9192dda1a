package org.escale.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.escale.caller.Account;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.Token;
import org.escale.refusal.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** Who is calling. */
@ProviderType
public interface SignIn {
  /** A token just made: the only moment at which its secret is seen. */
  record Issued(String secret, Token token) {}

  /**
   * Signs in by name and secret, for 12 h. Five failures within 15 minutes lock the name for 15
   * minutes ({@code LOCKED_OUT}); an unknown name takes as long as a wrong secret ({@code
   * BAD_CREDENTIALS}). Two are judged at a time and 16 wait; more are told {@code
   * TOO_MANY_REQUESTS}.
   */
  Outcome<Issued> signIn(String name, String secret);

  /**
   * Who holds this token secret; {@code NOT_SIGNED_IN} when unknown, expired or revoked. Answers
   * from memory.
   */
  Outcome<Caller> caller(String secret);

  /**
   * Makes a personal access token for 1 hour to 400 days, narrower than the caller or, where no
   * scope is named, as wide. At most 50 live at once ({@code TOO_MANY_REQUESTS}). Refusals: {@code
   * NOT_ALLOWED, INVALID_FIELD}.
   */
  Outcome<Issued> issue(Caller caller, String name, Set<Operation> scopes, Duration validity);

  /** Tokens of the caller's own account. */
  Outcome<List<Token>> tokens(Caller caller);

  /** Ends a token of the caller's own account, from this instant. */
  Outcome<Instant> revoke(Caller caller, String hash);

  /**
   * Opens an account and hashes its password (8 to 128 characters), by the operator alone. Where
   * the password is empty the account keeps the hash that it brings, as it was made here for
   * another; without one it uses tokens only. Refusals: {@code NOT_ALLOWED, INVALID_FIELD,
   * ALREADY_EXISTS}.
   */
  Outcome<Account> open(Caller caller, Account account, String password);
}
