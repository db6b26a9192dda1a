package org.escale.security;

import java.util.Locale;
import java.util.Set;
import org.escale.caller.Account;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.tck.store.MemoryStore;

/** A sign-in over an empty store, with a clock that moves. */
final class Gate implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";
  static final Caller OPERATOR =
      new Caller(
          new AccountId("operator"),
          Set.of(Role.FEDERATION),
          Standing.NONE,
          Set.of(),
          Locale.ENGLISH);

  /** One hash for all tests, as it takes most of a second. */
  static final String HASH =
      new org.apache.shiro.authc.credential.DefaultPasswordService().encryptPassword(PASSWORD);

  final MovingClock clock = new MovingClock();
  final MemoryStore store;
  final Passwords passwords;
  final LiveTokens live;
  final FederationSignIn door;

  Gate() {
    this(null);
  }

  Gate(MemoryStore kept) {
    store = kept == null ? new MemoryStore(clock) : kept;
    passwords = new Passwords(store, clock);
    live = new LiveTokens(store, store, clock);
    door = new FederationSignIn(store, store, clock, passwords, live);
  }

  /** Opens an account of that role with the one password. */
  Caller account(String name, Role role) {
    var account =
        new Account(new AccountId(name), HASH, Set.of(role), Standing.NONE, Locale.FRENCH, true);
    done(door.open(OPERATOR, account, ""));
    return new Caller(
        account.id(), account.roles(), account.standing(), Set.of(), account.language());
  }

  static <T> T done(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T> done) {
      return done.value();
    }
    throw new AssertionError(outcome.toString());
  }

  static RefusalCode refused(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> no) {
      return no.refusal().code();
    }
    throw new AssertionError("was not refused");
  }

  @Override
  public void close() {
    live.close();
    passwords.close();
  }
}
