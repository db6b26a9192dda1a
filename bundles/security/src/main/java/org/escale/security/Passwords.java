package org.escale.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.mgt.DefaultSessionStorageEvaluator;
import org.apache.shiro.mgt.DefaultSubjectDAO;
import org.escale.caller.Account;
import org.escale.caller.AccountId;
import org.escale.caller.Sight;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Words;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Judges names and passwords with Shiro and argon2id: no session, no cookie, no other realm than
 * ours. Safe for many threads; a hash takes about a second, so it is asked at sign-in only.
 */
@Component(service = Passwords.class, configurationPid = "org.escale.security")
public final class Passwords {
  /**
   * How our hashes begin: 64 MiB, one pass, four lanes (the second choice of RFC 9106 and more).
   */
  static final String PARAMETERS = "$shiro2$argon2id$v=19$t=1,m=65536,p=4$";

  private static final int LONGEST = 128;
  private static final String NO_ID = "?";

  private final Words words;
  private final LockOut lockOut;
  private final HashSlots slots = new HashSlots();
  private final DefaultPasswordService hashes = new DefaultPasswordService();
  private final DefaultSecurityManager shiro;

  /** Reads accounts from the store and measures the lock-out by the clock. */
  @Activate
  public Passwords(@Reference Words words, @Reference Clock clock) {
    this.words = words;
    this.lockOut = new LockOut(clock);
    this.shiro =
        new DefaultSecurityManager(new AccountRealm(name -> account(name).map(Kept::word), hashes));
    var storage = new DefaultSessionStorageEvaluator();
    storage.setSessionStorageEnabled(false);
    ((DefaultSubjectDAO) shiro.getSubjectDAO()).setSessionStorageEvaluator(storage);
    shiro.setRememberMeManager(null);
  }

  /** Lets go of Shiro. */
  @Deactivate
  public void close() {
    shiro.destroy();
  }

  /**
   * The account of that name and password. {@code LOCKED_OUT} and {@code TOO_MANY_REQUESTS} name
   * {@code retryAfter}; every other no is {@code BAD_CREDENTIALS}.
   */
  Outcome<Account> judge(String typed, String password) {
    var name = Id.SHAPE.matcher(typed).matches() ? typed : NO_ID;
    var locked = lockOut.locked(name);
    if (locked.isPresent()) {
      return later(RefusalCode.LOCKED_OUT, locked.get());
    }
    return slots
        .within(() -> judgeInSlot(name, password))
        .orElseGet(() -> later(RefusalCode.TOO_MANY_REQUESTS, Duration.ofSeconds(10)));
  }

  private Outcome<Account> judgeInSlot(String name, String password) {
    var locked = lockOut.locked(name); // others may have failed while this one waited
    if (locked.isPresent()) {
      return later(RefusalCode.LOCKED_OUT, locked.get());
    }
    lockOut.attempted(name);
    if (!fits(name, password.length() <= LONGEST ? password : "")) {
      return Outcome.refused(RefusalCode.BAD_CREDENTIALS);
    }
    lockOut.succeeded(name);
    return account(name)
        .map(kept -> Outcome.done(kept.word()))
        .orElseGet(() -> Outcome.refused(RefusalCode.BAD_CREDENTIALS));
  }

  private boolean fits(String name, String password) {
    try {
      shiro.authenticate(new UsernamePasswordToken(name, password));
      return true;
    } catch (AuthenticationException e) {
      return false;
    }
  }

  /** The hash to keep of a new password; empty where too many others wait for one. */
  Optional<String> hash(String password) {
    return slots.within(() -> hashes.encryptPassword(password));
  }

  /** The account of that name, open or not. */
  Optional<Kept<Account>> account(String name) {
    return Id.SHAPE.matcher(name).matches()
        ? words.get(Account.class, new AccountId(name), Sight.PLATFORM)
        : Optional.empty();
  }

  private static Outcome<Account> later(RefusalCode code, Duration wait) {
    var seconds = Long.toString(Math.max(1, wait.toSeconds()));
    return Outcome.refused(new Refusal(code, Map.of("retryAfter", seconds)));
  }
}
