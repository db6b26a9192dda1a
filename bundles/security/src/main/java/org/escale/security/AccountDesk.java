package org.escale.security;

import java.util.List;
import java.util.Optional;
import org.escale.caller.Account;
import org.escale.caller.AccountId;
import org.escale.caller.Role;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Write;

/** Opens accounts. */
final class AccountDesk {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;

  private final Journal journal;
  private final Passwords passwords;
  private final LiveTokens live;

  AccountDesk(Journal journal, Passwords passwords, LiveTokens live) {
    this.journal = journal;
    this.passwords = passwords;
    this.live = live;
  }

  /** Opens it with the hash of {@code password}, or with the hash that it brings. */
  Outcome<Account> open(AccountId by, Account account, String password) {
    if (account.roles().isEmpty() || account.roles().contains(Role.ANYBODY)) {
      return invalid("roles");
    }
    return hash(account, password).then(hash -> keep(by, hashed(account, hash)));
  }

  private Outcome<String> hash(Account account, String password) {
    var brought = account.passwordHash();
    if (password.isEmpty()) {
      return brought.isEmpty() || brought.startsWith(Passwords.PARAMETERS)
          ? Outcome.done(brought)
          : invalid("passwordHash");
    }
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      return invalid("password");
    }
    return passwords
        .hash(password)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(RefusalCode.TOO_MANY_REQUESTS));
  }

  private Outcome<Account> keep(AccountId by, Account account) {
    var change =
        new Change(by.value(), Optional.empty(), List.of(new Write.Put(account, 0)), List.of());
    var outcome = journal.commit(change);
    if (outcome instanceof CommitOutcome.Committed done) {
      done.written().forEach(live::take);
      Gatekeeping.did("account-opened", by, "opened=" + account.id().value());
      return Outcome.done(account);
    }
    return Outcome.refused(
        outcome instanceof CommitOutcome.Refused no
            ? no.refusal()
            : Refusal.of(RefusalCode.ALREADY_EXISTS));
  }

  private static Account hashed(Account account, String hash) {
    return new Account(
        account.id(),
        hash,
        account.roles(),
        account.standing(),
        account.language(),
        account.open());
  }

  private static <T> Outcome<T> invalid(String field) {
    return Outcome.refused(Refusal.of(RefusalCode.INVALID_FIELD, "field", field));
  }
}
