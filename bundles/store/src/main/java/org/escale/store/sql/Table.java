package org.escale.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table as a map: the columns of its key, the columns of its value, and how both are bound.
 *
 * @param <K> key
 * @param <V> value
 */
public final class Table<K, V> {
  private final Function<K, List<Object>> key;
  private final Function<V, List<Object>> value;
  private final Row<V> row;
  private final int values;
  private final String select;
  private final String selectAll;
  private final String name;
  private final List<String> columns;
  private final String update;
  private final String delete;

  private Table(Builder<K, V> made) {
    this.key = made.key;
    this.value = made.value;
    this.row = made.row;
    var where =
        made.keys.stream().map(k -> k + " = ?").collect(Collectors.joining(" and ", " where ", ""));
    this.name = made.name;
    this.columns = new ArrayList<>(made.keys);
    columns.addAll(made.values);
    var found = made.values.isEmpty() ? "1" : String.join(", ", made.values);
    this.values = made.values.size();
    this.selectAll =
        "select "
            + found
            + ", "
            + String.join(", ", made.keys)
            + " from "
            + made.name
            + " where ("
            + String.join(", ", made.keys)
            + ") in (select * from unnest("
            + made.keys.stream().map(k -> "?").collect(Collectors.joining(", "))
            + "))";
    this.select = "select " + found + " from " + made.name + where;
    this.update =
        "update "
            + made.name
            + made.values.stream()
                .map(c -> c + " = ?")
                .collect(Collectors.joining(", ", " set ", ""))
            + where;
    this.delete = "delete from " + made.name + where;
  }

  /** A table of that name, to be described further. */
  public static <K, V> Builder<K, V> named(String name) {
    return new Builder<>(name);
  }

  /** The value of a key, if there is one. */
  public Optional<V> load(Statements statements, K k) throws SQLException {
    return statements.one(select, row, key.apply(k).toArray());
  }

  /**
   * The values of many keys in one query, by key; for tables whose key is all text, on PostgreSQL.
   */
  public Map<List<Object>, V> loadAll(Statements statements, Collection<K> all)
      throws SQLException {
    var columns = all.stream().map(key).toList();
    var arrays = new Object[columns.get(0).size()];
    for (int i = 0; i < arrays.length; i++) {
      int at = i;
      arrays[i] = columns.stream().map(k -> (String) k.get(at)).toArray(String[]::new);
    }
    var found = new HashMap<List<Object>, V>();
    statements.list(
        selectAll,
        result -> {
          var keys = new ArrayList<Object>();
          for (int i = 0; i < arrays.length; i++) {
            keys.add(result.getString(values + 1 + i));
          }
          return found.put(keys, row.read(result));
        },
        arrays);
    return found;
  }

  /** The columns of a key. */
  public List<Object> columns(K k) {
    return key.apply(k);
  }

  /** Inserts new rows now. */
  public void insert(Statements statements, Map<K, V> fresh) throws SQLException {
    if (fresh.isEmpty()) {
      return;
    }
    var rows = new ArrayList<Object[]>(fresh.size());
    fresh.forEach((k, v) -> rows.add(both(key.apply(k), value.apply(v))));
    statements.insert(name, columns, rows);
  }

  /** Queues new values of a row. */
  public void update(Statements statements, K k, V v) throws SQLException {
    statements.queue(update, both(value.apply(v), key.apply(k)));
  }

  /** Queues the end of a row. */
  public void delete(Statements statements, K k) throws SQLException {
    statements.queue(delete, key.apply(k).toArray());
  }

  private static Object[] both(List<Object> first, List<Object> second) {
    var all = Arrays.copyOf(first.toArray(), first.size() + second.size());
    System.arraycopy(second.toArray(), 0, all, first.size(), second.size());
    return all;
  }

  /** Describes a table. */
  public static final class Builder<K, V> {
    private final String name;
    private List<String> keys = List.of();
    private Function<K, List<Object>> key = k -> List.of();
    private List<String> values = List.of();
    private Function<V, List<Object>> value = v -> List.of();
    private Row<V> row = result -> null;

    private Builder(String name) {
      this.name = name;
    }

    /** The columns of the key, separated by a space, and what they hold. */
    public Builder<K, V> key(String columns, Function<K, List<Object>> bound) {
      this.keys = List.of(columns.split(" ", -1));
      this.key = bound;
      return this;
    }

    /** The columns of the value, separated by a space, and what they hold. */
    public Builder<K, V> value(String columns, Function<V, List<Object>> bound) {
      this.values = List.of(columns.split(" ", -1));
      this.value = bound;
      return this;
    }

    /** How a value is read again from its columns. */
    public Table<K, V> read(Row<V> from) {
      this.row = from;
      return new Table<>(this);
    }
  }
}
