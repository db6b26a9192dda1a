package org.escale.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.RequestKey;
import org.escale.caller.Sight;
import org.escale.caller.Token;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.SignIn.Issued;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Once;
import org.escale.spi.store.Words;
import org.escale.spi.store.Write;
import org.escale.word.Kept;

/** Makes and ends tokens; what it answers is durable and in {@link LiveTokens} already. */
final class TokenDesk {
  /** How long a sign-in lasts. */
  static final Duration SESSION = Duration.ofHours(12);

  /** So many sign-ins of one account live at once; one more ends the oldest. */
  static final int SESSIONS = 50;

  /** So many personal tokens of one account live at once; one more is refused. */
  static final int PERSONAL = 50;

  private static final String SESSION_NAME = "sign-in";

  private final Words words;
  private final Journal journal;
  private final Clock clock;
  private final LiveTokens live;

  TokenDesk(Words words, Journal journal, Clock clock, LiveTokens live) {
    this.words = words;
    this.journal = journal;
    this.clock = clock;
    this.live = live;
  }

  /** A token for somebody who signed in; takes along what expired. */
  Outcome<Issued> session(AccountId account) {
    var expired = live.expired(account);
    var writes = new ArrayList<Write>();
    expired.forEach(hash -> writes.add(new Write.Remove(Token.class, hash)));
    var sessions = ofKind(account, true);
    for (var oldest : sessions.subList(0, Math.max(0, sessions.size() - SESSIONS + 1))) {
      writes.add(new Write.Put(ended(oldest.word()), oldest.revision()));
    }
    var outcome =
        issue(new Wanted(account, Optional.empty(), SESSION_NAME, Set.of(), SESSION), writes);
    expired.forEach(live::forget);
    return outcome;
  }

  /**
   * A token that its owner gives a name; {@code TOO_MANY_REQUESTS} beyond the limit. Under a key
   * that made one before it is {@code ALREADY_EXISTS}: its secret is kept nowhere, so that the
   * first answer cannot be given again.
   */
  Outcome<Issued> personal(Caller caller, String name, Set<Operation> scopes, Duration validity) {
    return ofKind(caller.who(), false).size() < PERSONAL
        ? issue(new Wanted(caller, name, scopes, validity), new ArrayList<>())
        : Outcome.refused(
            Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "limit", Integer.toString(PERSONAL)));
  }

  private List<Kept<Token>> ofKind(AccountId account, boolean session) {
    return live.of(account).stream()
        .filter(kept -> kept.word().name().equals(SESSION_NAME) == session)
        .toList();
  }

  private record Wanted(
      AccountId account,
      Optional<RequestKey> key,
      String name,
      Set<Operation> scopes,
      Duration validity) {
    Wanted(Caller caller, String name, Set<Operation> scopes, Duration validity) {
      this(caller.who(), caller.key(), name, scopes, validity);
    }
  }

  private Outcome<Issued> issue(Wanted wanted, List<Write> along) {
    var secret = TokenSecret.fresh();
    var now = clock.instant();
    var token =
        new Token(
            secret.hash(),
            wanted.account(),
            wanted.name(),
            wanted.scopes(),
            now,
            now.plus(wanted.validity()),
            false);
    along.add(new Write.Put(token, 0));
    var once =
        wanted.key().map(k -> new Once(wanted.account().value(), k, Token.class, token.hash()));
    return commit(new Change(wanted.account().value(), once, along, List.of()))
        .map(
            at -> {
              Gatekeeping.did("token-issued", wanted.account(), "expires=" + token.expiresAt());
              return new Issued(secret.text(), token);
            });
  }

  /** Ends a token of that account; ending it twice is the same as once. */
  Outcome<Instant> revoke(AccountId account, Token.Hash hash) {
    Optional<Kept<Token>> kept =
        words
            .get(Token.class, hash, Sight.PLATFORM)
            .filter(found -> found.word().account().equals(account));
    if (kept.isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_FOUND);
    }
    if (kept.get().word().revoked()) {
      return Outcome.done(clock.instant());
    }
    var outcome =
        commit(
            new Change(
                account.value(),
                Optional.empty(),
                List.of(new Write.Put(ended(kept.get().word()), kept.get().revision())),
                List.of()));
    Gatekeeping.did("token-revoked", account, "token=" + hash.value().substring(0, 8));
    return outcome;
  }

  private Outcome<Instant> commit(Change change) {
    var outcome = journal.commit(change);
    if (outcome instanceof CommitOutcome.Committed done) {
      done.written().forEach(live::take);
      return Outcome.done(clock.instant());
    }
    if (outcome instanceof CommitOutcome.Replayed) {
      return Outcome.refused(RefusalCode.ALREADY_EXISTS);
    }
    if (outcome instanceof CommitOutcome.Refused no
        && no.refusal().code() == RefusalCode.KEY_REUSED) {
      return Outcome.refused(no.refusal());
    }
    return Outcome.refused(RefusalCode.CHANGED_MEANWHILE);
  }

  private static Token ended(Token token) {
    return new Token(
        token.hash(),
        token.account(),
        token.name(),
        token.scopes(),
        token.createdAt(),
        token.expiresAt(),
        true);
  }
}
