package org.escale.store.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.escale.caller.Sight;
import org.escale.store.sql.Nanos;
import org.escale.store.write.Marks;
import org.escale.word.Query;

/**
 * A query for words as one SQL statement, which holds what the sight does not see back (law E1).
 * Its start and its order are those of the index by which words were written, so that each page
 * costs what is on it, however many came before.
 */
final class WordQuery {
  /** To PostgreSQL a remark; Derby would else read and sort all that is left for each page. */
  private static final String IN_ORDER = " --DERBY-PROPERTIES index=WORD_WRITTEN\n";

  private final StringBuilder sql =
      new StringBuilder("select w.body, w.revision, w.seq, w.place from word w");
  private final List<Object> values = new ArrayList<>();

  WordQuery(String kind, Query query, Sight sight) {
    if (query.where().isEmpty() && query.from().isEmpty() && query.to().isEmpty()) {
      sql.append(IN_ORDER);
    }
    int n = 0;
    for (var field : query.where().entrySet()) {
      var mark = "m" + n++;
      sql.append(" join word_mark ").append(mark).append(" on ").append(mark);
      sql.append(".kind = w.kind and ").append(mark).append(".id = w.id and ");
      sql.append(mark).append(".mark = ?");
      values.add(Marks.key(field.getKey(), field.getValue()));
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

  /** The statement. */
  String text() {
    return sql.toString();
  }

  /** What is bound to it. */
  Object[] values() {
    return values.toArray();
  }

  private void seen(Sight sight) {
    var readers = sight.as().stream().map(Marks::reader).toArray();
    sql.append(" and exists (select 1 from word_mark r where r.kind = w.kind and r.id = w.id");
    and(" and r.mark in (" + String.join(", ", Collections.nCopies(readers.length, "?")) + "))");
    values.addAll(List.of(readers));
  }

  private void and(String condition, Object... bound) {
    sql.append(condition);
    values.addAll(List.of(bound));
  }
}
