package org.escale.store.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.Payout;
import org.escale.billing.UsageRecord;
import org.escale.spi.store.Change;
import org.escale.spi.store.Write;
import org.escale.store.text.Kinds;
import org.escale.store.write.Tables.AccountKey;
import org.escale.store.write.Tables.ItemKey;
import org.escale.store.write.Tables.OnceKey;
import org.escale.store.write.Tables.WordKey;
import org.escale.word.Word;

/**
 * What a batch will ask a database server for, fetched in one query a table instead of one a row.
 * It decides nothing: what is missing here is read when it is asked for.
 */
final class Prefetch {
  private final List<WordKey> words = new ArrayList<>();
  private final List<OnceKey> answers = new ArrayList<>();
  private final List<String> effects = new ArrayList<>();
  private final List<String> producers = new ArrayList<>();
  private final List<String> chains = new ArrayList<>();
  private final List<AccountKey> accounts = new ArrayList<>();
  private final List<ItemKey> items = new ArrayList<>();

  Prefetch(List<Change> changes) {
    for (var change : changes) {
      change
          .once()
          .ifPresent(
              o ->
                  answers.add(
                      new OnceKey(o.producer(), o.request().operation(), o.request().key())));
      change.effects().forEach(effect -> effects.add(effect.key()));
      change.writes().forEach(this::add);
    }
  }

  /** Fetches it. */
  void into(Draft draft) throws SQLException {
    draft.words.prefetch(words, draft.statements);
    draft.answers.prefetch(answers, draft.statements);
    draft.effects.prefetch(effects, draft.statements);
    draft.producers.prefetch(producers, draft.statements);
    draft.heads.prefetch(chains, draft.statements);
    draft.balances.prefetch(accounts, draft.statements);
    draft.billed.prefetch(items, draft.statements);
  }

  private void add(Write write) {
    if (write instanceof Write.Put put) {
      word(put.word());
      if (put.word() instanceof Payout payout) {
        items.addAll(Papers.items(payout));
      }
    } else if (write instanceof Write.Append append) {
      usage(append.record());
    } else if (write instanceof Write.Post post) {
      transaction(post.transaction());
    } else if (write instanceof Write.Issue issue) {
      word(issue.invoice());
      items.addAll(Papers.items(issue.invoice()));
    }
  }

  private void word(Word word) {
    words.add(new WordKey(Kinds.name(word.getClass()), word.id().value()));
  }

  private void usage(UsageRecord record) {
    word(record);
    producers.add(record.producer());
    chains.add(record.chainName());
    chains.add(Usage.issuerChain(record));
  }

  private void transaction(LedgerTransaction transaction) {
    word(transaction);
    for (var entry : transaction.entries()) {
      var currency = entry.amount().currency().getCurrencyCode();
      accounts.add(new AccountKey(entry.account(), currency));
    }
  }
}
