package org.escale.store.write;

import java.sql.SQLException;
import java.util.List;
import org.escale.spi.store.Balances.ChainHead;
import org.escale.store.sql.Statements;
import org.escale.store.write.Tables.AccountKey;
import org.escale.store.write.Tables.Answer;
import org.escale.store.write.Tables.BusyKey;
import org.escale.store.write.Tables.BusyRow;
import org.escale.store.write.Tables.EffectRow;
import org.escale.store.write.Tables.EntryKey;
import org.escale.store.write.Tables.EntryRow;
import org.escale.store.write.Tables.ItemKey;
import org.escale.store.write.Tables.NameKey;
import org.escale.store.write.Tables.Nothing;
import org.escale.store.write.Tables.OnceKey;
import org.escale.store.write.Tables.PlaceKey;
import org.escale.store.write.Tables.Posting;
import org.escale.store.write.Tables.WordKey;
import org.escale.store.write.Tables.WordRow;

/** One batch of changes before it is written: every table with what is about to happen to it. */
final class Draft {
  final Statements statements;
  final Undo undo = new Undo();
  final Overlay<WordKey, WordRow> words = new Overlay<>(Tables.WORD, undo);
  final Overlay<NameKey, Nothing> names = new Overlay<>(Tables.NAME, undo);
  final Overlay<Long, EntryRow> journal = new Overlay<>(Tables.JOURNAL, undo);
  final Overlay<String, Long> lines = new Overlay<>(Tables.LINE, undo);
  final Overlay<BusyKey, BusyRow> busy = new Overlay<>(Tables.BUSY, undo);
  final Overlay<String, String> visits = new Overlay<>(Tables.OPEN_VISIT, undo);
  final Overlay<String, ChainHead> heads = new Overlay<>(Tables.HEAD, undo);
  final Overlay<PlaceKey, String> places = new Overlay<>(Tables.PLACE, undo);
  final Overlay<String, String> producers = new Overlay<>(Tables.PRODUCER, undo);
  final Overlay<EntryKey, Posting> postings = new Overlay<>(Tables.POSTING, undo);
  final Overlay<AccountKey, Long> balances = new Overlay<>(Tables.BALANCE, undo);
  final Overlay<String, Long> series = new Overlay<>(Tables.SERIES, undo);
  final Overlay<ItemKey, String> billed = new Overlay<>(Tables.BILLED, undo);
  final Overlay<ItemKey, Long> unbilled = new Overlay<>(Tables.UNBILLED, undo);
  final Overlay<OnceKey, Answer> answers = new Overlay<>(Tables.ONCE, undo);
  final Overlay<String, EffectRow> effects = new Overlay<>(Tables.OUTBOX, undo);

  Draft(Statements statements) {
    this.statements = statements;
  }

  void flush() throws SQLException {
    for (var table :
        List.of(
            words, names, journal, lines, busy, visits, heads, places, producers, postings,
            balances, series, billed, unbilled, answers, effects)) {
      table.flush(statements);
    }
  }
}
