package org.escale.store.write;

import java.util.List;
import java.util.Optional;
import org.escale.spi.store.Balances.ChainHead;
import org.escale.store.sql.Table;

/** The tables as maps. */
final class Tables {

  /** The name of a word. */
  record WordKey(String kind, String id) {}

  /** A word as it stands. */
  record WordRow(long revision, long seq, int place, Optional<Long> at, String body) {}

  /** One name by which a word is found. */
  record NameKey(String kind, String about, String id) {}

  /** A row whose key says it all. */
  record Nothing() {
    static final Nothing MORE = new Nothing();
  }

  /** A journal entry. */
  record EntryRow(long at, String by, String body) {}

  /** What is rated: a charge, or a payout line. */
  record ItemKey(String kind, String id) {}

  /** A start on a calendar line. */
  record BusyKey(long line, long starts) {}

  /** Until when, and what. */
  record BusyRow(long ends, String booking) {}

  /** A place in a chain. */
  record PlaceKey(String chain, long number) {}

  /** One side of a transaction. */
  record EntryKey(String transaction, int place) {}

  /** So much on an account. */
  record Posting(String account, String currency, long minor) {}

  /** An account in a currency. */
  record AccountKey(String account, String currency) {}

  /** A command. */
  record OnceKey(String producer, String operation, String request) {}

  /** What was answered. */
  record Answer(String digest, String kind, long revision, long seq, long at, String body) {}

  /** An effect that waits. */
  record EffectRow(String kind, String about, String details, long seq, int place, long due) {}

  static final Table<WordKey, WordRow> WORD =
      Table.<WordKey, WordRow>named("word")
          .key("kind id", k -> List.of(k.kind(), k.id()))
          .value(
              "revision seq place at_nanos body",
              v -> List.of(v.revision(), v.seq(), v.place(), v.at(), v.body()))
          .read(
              r -> {
                long at = r.getLong(4);
                var optional = r.wasNull() ? Optional.<Long>empty() : Optional.of(at);
                return new WordRow(
                    r.getLong(1), r.getLong(2), r.getInt(3), optional, r.getString(5));
              });

  static final Table<NameKey, Nothing> NAME =
      Table.<NameKey, Nothing>named("word_about")
          .key("kind about id", k -> List.of(k.kind(), k.about(), k.id()))
          .read(r -> Nothing.MORE);

  static final Table<Long, EntryRow> JOURNAL =
      Table.<Long, EntryRow>named("journal")
          .key("seq", k -> List.of(k))
          .value("at_nanos by_whom body", v -> List.of(v.at(), v.by(), v.body()))
          .read(r -> new EntryRow(r.getLong(1), r.getString(2), r.getString(3)));

  static final Table<String, Long> LINE =
      Table.<String, Long>named("calendar_line")
          .key("line", k -> List.of(k))
          .value("line_no", v -> List.of(v))
          .read(r -> r.getLong(1));

  static final Table<BusyKey, BusyRow> BUSY =
      Table.<BusyKey, BusyRow>named("busy")
          .key("line_no starts", k -> List.of(k.line(), k.starts()))
          .value("ends booking", v -> List.of(v.ends(), v.booking()))
          .read(r -> new BusyRow(r.getLong(1), r.getString(2)));

  static final Table<String, String> OPEN_VISIT =
      Table.<String, String>named("open_visit")
          .key("guest", k -> List.of(k))
          .value("visit", v -> List.of(v))
          .read(r -> r.getString(1));

  static final Table<String, ChainHead> HEAD =
      Table.<String, ChainHead>named("chain_head")
          .key("chain", k -> List.of(k))
          .value("total hash", v -> List.of(v.count(), v.hash()))
          .read(r -> new ChainHead("", r.getLong(1), r.getString(2)));

  static final Table<PlaceKey, String> PLACE =
      Table.<PlaceKey, String>named("chain_place")
          .key("chain number", k -> List.of(k.chain(), k.number()))
          .value("usage_record", v -> List.of(v))
          .read(r -> r.getString(1));

  static final Table<String, String> PRODUCER =
      Table.<String, String>named("usage_producer")
          .key("producer", k -> List.of(k))
          .value("usage_record", v -> List.of(v))
          .read(r -> r.getString(1));

  static final Table<EntryKey, Posting> POSTING =
      Table.<EntryKey, Posting>named("ledger_entry")
          .key("transaction_id place", k -> List.of(k.transaction(), k.place()))
          .value("account currency minor", v -> List.of(v.account(), v.currency(), v.minor()))
          .read(r -> new Posting(r.getString(1), r.getString(2), r.getLong(3)));

  static final Table<AccountKey, Long> BALANCE =
      Table.<AccountKey, Long>named("balance")
          .key("account currency", k -> List.of(k.account(), k.currency()))
          .value("minor", v -> List.of(v))
          .read(r -> r.getLong(1));

  static final Table<String, Long> SERIES =
      Table.<String, Long>named("series")
          .key("name", k -> List.of(k))
          .value("total", v -> List.of(v))
          .read(r -> r.getLong(1));

  static final Table<OnceKey, Answer> ONCE =
      Table.<OnceKey, Answer>named("once_key")
          .key("producer operation request", k -> List.of(k.producer(), k.operation(), k.request()))
          .value(
              "digest kind revision seq at_nanos body",
              v -> List.of(v.digest(), v.kind(), v.revision(), v.seq(), v.at(), v.body()))
          .read(
              r ->
                  new Answer(
                      r.getString(1),
                      r.getString(2),
                      r.getLong(3),
                      r.getLong(4),
                      r.getLong(5),
                      r.getString(6)));

  static final Table<String, EffectRow> OUTBOX =
      Table.<String, EffectRow>named("outbox")
          .key("effect", k -> List.of(k))
          .value(
              "kind about details seq place due_nanos attempts why",
              v -> List.of(v.kind(), v.about(), v.details(), v.seq(), v.place(), v.due(), 0, ""))
          .read(
              r ->
                  new EffectRow(
                      r.getString(1),
                      r.getString(2),
                      r.getString(3),
                      r.getLong(4),
                      r.getInt(5),
                      r.getLong(6)));

  static final Table<ItemKey, String> BILLED =
      Table.<ItemKey, String>named("billed")
          .key("kind id", k -> List.of(k.kind(), k.id()))
          .value("paper", v -> List.of(v))
          .read(r -> r.getString(1));

  static final Table<ItemKey, Long> UNBILLED =
      Table.<ItemKey, Long>named("unbilled")
          .key("kind id", k -> List.of(k.kind(), k.id()))
          .value("at_nanos", v -> List.of(v))
          .read(r -> r.getLong(1));

  private Tables() {}
}
