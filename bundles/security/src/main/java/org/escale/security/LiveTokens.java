package org.escale.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.caller.Account;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Sight;
import org.escale.caller.Token;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Words;
import org.escale.word.Entry;
import org.escale.word.Kept;
import org.escale.word.Query;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * All tokens that may still be used, in memory, so that asking who calls costs no read of the
 * store. Our own commits stand here before they are answered; the journal brings those of others.
 * About 400 bytes for each token. Safe for many threads.
 */
@Component(service = LiveTokens.class)
public final class LiveTokens {
  private static final int ACCOUNTS = 20_000;

  private final Clock clock;
  private final Map<Token.Hash, Kept<Token>> tokens = new ConcurrentHashMap<>();
  private final LoadingCache<AccountId, Optional<Account>> accounts;
  private final JournalFeed feed;

  /** Reads every token, then follows the journal from before that reading. */
  @Activate
  public LiveTokens(@Reference Words words, @Reference Journal journal, @Reference Clock clock) {
    this.clock = clock;
    this.accounts =
        Caffeine.newBuilder()
            .maximumSize(ACCOUNTS)
            .build(id -> words.get(Account.class, id, Sight.PLATFORM).map(Kept::word));
    var head = journal.head();
    load(words);
    this.feed = new JournalFeed(journal, head, this::take);
  }

  /** Stops following. */
  @Deactivate
  public void close() {
    feed.close();
  }

  private void load(Words words) {
    var page = words.find(Token.class, Query.all(), Sight.PLATFORM);
    page.items().forEach(this::take);
    while (page.next().isPresent()) {
      page = words.find(Token.class, Query.all().after(page.next().getAsLong()), Sight.PLATFORM);
      page.items().forEach(this::take);
    }
  }

  /** Who holds the token of that hash; empty when there is none, or it or its account is over. */
  Optional<Caller> holder(Token.Hash hash) {
    var kept = tokens.get(hash);
    return kept != null && live(kept.word())
        ? accounts.get(kept.word().account()).filter(Account::open).map(a -> caller(a, kept.word()))
        : Optional.empty();
  }

  private static Caller caller(Account account, Token token) {
    return new Caller(
        account.id(), account.roles(), account.standing(), token.scopes(), account.language());
  }

  /** The live tokens of an account, oldest first. */
  List<Kept<Token>> of(AccountId account) {
    return tokens.values().stream()
        .filter(kept -> kept.word().account().equals(account) && live(kept.word()))
        .sorted(Comparator.comparing(kept -> kept.word().createdAt()))
        .toList();
  }

  private boolean live(Token token) {
    return !token.revoked() && clock.instant().isBefore(token.expiresAt());
  }

  /**
   * Takes in a word that was written. The journal may tell an older state after our own commit told
   * a newer one, so the later entry wins; a revoked token therefore stays until it expires.
   */
  void take(Kept<? extends Word> kept) {
    if (kept.word() instanceof Token token) {
      var fresh = new Kept<>(token, kept.revision(), kept.seq());
      tokens.merge(token.hash(), fresh, (a, b) -> a.seq() >= b.seq() ? a : b);
    } else if (kept.word() instanceof Account account) {
      accounts.invalidate(account.id());
    }
  }

  private void take(Entry entry) {
    entry.written().forEach(this::take);
    for (var gone : entry.removed()) {
      if (gone.id() instanceof Token.Hash hash) {
        tokens.remove(hash);
      } else if (gone.id() instanceof AccountId account) {
        accounts.invalidate(account);
      }
    }
  }

  /** Lets go of a token that expired and was removed from the store. */
  void forget(Token.Hash hash) {
    tokens.remove(hash);
  }

  /** The tokens of an account that expired and can be removed. */
  List<Token.Hash> expired(AccountId account) {
    return tokens.values().stream()
        .map(Kept::word)
        .filter(t -> t.account().equals(account) && !clock.instant().isBefore(t.expiresAt()))
        .map(Token::hash)
        .toList();
  }
}
