package org.escale.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.escale.caller.Account;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.Role;
import org.escale.caller.Token;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.SignIn;
import org.escale.spi.store.Words;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signs people and systems in, and knows them again by their tokens. */
@Component(service = SignIn.class)
public final class FederationSignIn implements SignIn {
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final int LONGEST_NAME = 80;

  private final Passwords passwords;
  private final LiveTokens live;
  private final TokenDesk desk;
  private final AccountDesk accounts;

  /** Keeps accounts and tokens in the store; the journal makes them durable. */
  @Activate
  public FederationSignIn(
      @Reference Words words,
      @Reference org.escale.spi.store.Journal journal,
      @Reference Clock clock,
      @Reference Passwords passwords,
      @Reference LiveTokens live) {
    this.passwords = passwords;
    this.live = live;
    this.desk = new TokenDesk(words, journal, clock, live);
    this.accounts = new AccountDesk(journal, passwords, live);
  }

  @Override
  public Outcome<Issued> signIn(String name, String secret) {
    var judged = passwords.judge(name, secret);
    if (judged instanceof Outcome.Refused<Account> no) {
      var known = passwords.account(name).map(kept -> kept.word().id());
      Gatekeeping.failed(known, no.refusal().code().name());
      return Outcome.refused(no.refusal());
    }
    return judged.then(account -> desk.session(account.id()));
  }

  @Override
  public Outcome<Caller> caller(String secret) {
    return TokenSecret.presented(secret)
        .flatMap(presented -> live.holder(presented.hash()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.NOT_SIGNED_IN));
  }

  @Override
  public Outcome<Issued> issue(
      Caller caller, String name, Set<Operation> scopes, Duration validity) {
    if (!mayToken(caller, "issue") || !scopes.stream().allMatch(caller::may)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return invalid("name");
    }
    if (validity.compareTo(SHORTEST) < 0 || validity.compareTo(LONGEST) > 0) {
      return invalid("validity");
    }
    var asked = scopes.isEmpty() ? caller.scopes() : scopes;
    return desk.personal(caller, name.strip(), asked, validity);
  }

  @Override
  public Outcome<List<Token>> tokens(Caller caller) {
    return mayToken(caller, "list")
        ? Outcome.done(live.of(caller.who()).stream().map(Kept::word).toList())
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  @Override
  public Outcome<Instant> revoke(Caller caller, String hash) {
    if (!mayToken(caller, "revoke")) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return Id.SHAPE.matcher(hash).matches()
        ? desk.revoke(caller.who(), new Token.Hash(hash))
        : Outcome.refused(RefusalCode.NOT_FOUND);
  }

  @Override
  public Outcome<Account> open(Caller caller, Account account, String password) {
    if (!caller.roles().contains(Role.FEDERATION) || !caller.may(Operation.OPERATE)) {
      Gatekeeping.did("denied", caller.who(), "operation=open-account");
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    return accounts.open(caller.who(), account, password);
  }

  private static boolean mayToken(Caller caller, String step) {
    if (caller.may(Operation.TOKEN_WRITE)) {
      return true;
    }
    Gatekeeping.did("denied", caller.who(), "operation=TOKEN_WRITE step=" + step);
    return false;
  }

  private static <T> Outcome<T> invalid(String field) {
    return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", field));
  }
}
