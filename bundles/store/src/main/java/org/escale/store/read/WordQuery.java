package org.escale.store.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.escale.caller.Sight;
import org.escale.store.sql.Nanos;
import org.escale.store.write.Names;
import org.escale.word.Query;
import org.escale.word.Word;

/**
 * A query for words as one SQL statement: those that every value and one of the readers name. A
 * name may be another's as well, so {@link #wants} has the last word (law E1). Its start and its
 * order are those of the index by which words were written, so that each page costs what is on it,
 * however many came before.
 */
final class WordQuery {
  /** To PostgreSQL a remark; Derby would else read and sort all that is left for each page. */
  private static final String IN_ORDER = " --DERBY-PROPERTIES index=WORD_WRITTEN\n";

  private final StringBuilder sql =
      new StringBuilder("select w.body, w.revision, w.seq, w.place from word w");
  private final List<Object> values = new ArrayList<>();

  private final Query query;
  private final Sight sight;

  WordQuery(String kind, Query query, Sight sight) {
    this.query = query;
    this.sight = sight;
    if (query.where().isEmpty() && query.from().isEmpty() && query.to().isEmpty()) {
      sql.append(IN_ORDER);
    }
    int n = 0;
    for (var value : query.where().values()) {
      var name = "n" + n++;
      sql.append(" join word_about ").append(name).append(" on ").append(name);
      sql.append(".kind = w.kind and ").append(name).append(".id = w.id and ");
      sql.append(name).append(".about = ?");
      values.add(value);
    }
    and(" where w.kind = ?", kind);
    and(" and w.seq >= ?", Place.seq(query.after()));
    and(" and (w.seq > ? or w.place > ?)", Place.seq(query.after()), Place.place(query.after()));
    query.from().ifPresent(from -> and(" and w.at_nanos >= ?", Nanos.near(from)));
    query.to().ifPresent(to -> and(" and w.at_nanos < ?", Nanos.near(to)));
    if (!sight.all()) {
      seen(sight);
    }
    sql.append(" order by w.seq, w.place fetch first ").append(query.limit() + 1);
    sql.append(" rows only");
  }

  /** Whether a word that was found is one of those asked for and may be seen. */
  boolean wants(Word word) {
    return Names.match(word, query.where()) && sight.sees(word);
  }

  /** The statement. */
  String text() {
    return sql.toString();
  }

  /** What is bound to it. */
  Object[] values() {
    return values.toArray();
  }

  private void seen(Sight sight) {
    var readers = sight.as().stream().map(Names::reader).distinct().toArray();
    sql.append(" and exists (select 1 from word_about r where r.kind = w.kind and r.id = w.id");
    and(" and r.about in (" + String.join(", ", Collections.nCopies(readers.length, "?")) + "))");
    values.addAll(List.of(readers));
  }

  private void and(String condition, Object... bound) {
    sql.append(condition);
    values.addAll(List.of(bound));
  }
}
