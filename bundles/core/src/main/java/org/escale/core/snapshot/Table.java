package org.escale.core.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable map: a change answers a new one that shares all but the path to what changed, so
 * that a million entries cost no more to change than a thousand. Safe for many threads.
 */
final class Table<K, V> {
  private static final int BITS = 4;
  private static final int WAYS = 1 << BITS;
  private static final Table<?, ?> EMPTY = new Table<>(new Object[WAYS], 0);

  /** One entry; entries of equal hash hang together. */
  private record Leaf(int hash, Object key, Object value, Optional<Leaf> next) {}

  private final Object[] root;
  private final int size;

  private Table(Object[] root, int size) {
    this.root = root;
    this.size = size;
  }

  @SuppressWarnings("unchecked") // holds nothing of any type
  static <K, V> Table<K, V> empty() {
    return (Table<K, V>) EMPTY;
  }

  /**
   * All of {@code entries} at once, made in place: what was there cannot be seen by anybody yet.
   */
  static <K, V> Table<K, V> of(Map<K, V> entries) {
    var root = new Object[WAYS];
    entries.forEach(
        (key, value) -> fill(root, 0, new Leaf(key.hashCode(), key, value, Optional.empty())));
    return new Table<>(root, entries.size());
  }

  int size() {
    return size;
  }

  @SuppressWarnings("unchecked") // only put writes values
  Optional<V> get(K key) {
    int hash = key.hashCode();
    Object at = root;
    for (int shift = 0; at instanceof Object[] node; shift += BITS) {
      at = node[slot(hash, shift)];
    }
    for (var leaf = (Leaf) at; leaf != null; leaf = leaf.next().orElse(null)) {
      if (leaf.hash() == hash && leaf.key().equals(key)) {
        return Optional.of((V) leaf.value());
      }
    }
    return Optional.empty();
  }

  Table<K, V> with(K key, V value) {
    var without = without(key);
    var leaf = new Leaf(key.hashCode(), key, value, Optional.empty());
    return new Table<>(put(without.root, 0, leaf), without.size + 1);
  }

  Table<K, V> without(K key) {
    return get(key).isEmpty() ? this : new Table<>(cut(root, 0, key.hashCode(), key), size - 1);
  }

  @SuppressWarnings("unchecked") // only put writes values
  List<V> values() {
    var all = new ArrayList<Object>(size);
    collect(root, all);
    return (List<V>) all;
  }

  private static int slot(int hash, int shift) {
    return (hash >>> shift) & (WAYS - 1);
  }

  private static void fill(Object[] node, int shift, Leaf leaf) {
    int slot = slot(leaf.hash(), shift);
    if (node[slot] instanceof Object[] child) {
      fill(child, shift + BITS, leaf);
    } else {
      node[slot] = beside(node[slot], shift + BITS, leaf);
    }
  }

  private static Object[] put(Object[] node, int shift, Leaf leaf) {
    var changed = node.clone();
    int slot = slot(leaf.hash(), shift);
    changed[slot] = beside(node[slot], shift + BITS, leaf);
    return changed;
  }

  private static Object beside(Object there, int shift, Leaf leaf) {
    if (there instanceof Object[] child) {
      return put(child, shift, leaf);
    }
    if (there instanceof Leaf other) {
      return other.hash() == leaf.hash()
          ? new Leaf(leaf.hash(), leaf.key(), leaf.value(), Optional.of(other))
          : put(put(new Object[WAYS], shift, other), shift, leaf);
    }
    return leaf;
  }

  private static Object[] cut(Object[] node, int shift, int hash, Object key) {
    var changed = node.clone();
    int slot = slot(hash, shift);
    changed[slot] =
        node[slot] instanceof Object[] child
            ? cut(child, shift + BITS, hash, key)
            : unchained(Optional.of((Leaf) node[slot]), key).orElse(null);
    return changed;
  }

  private static Optional<Leaf> unchained(Optional<Leaf> chain, Object key) {
    return chain.flatMap(
        leaf ->
            leaf.key().equals(key)
                ? leaf.next()
                : Optional.of(
                    new Leaf(leaf.hash(), leaf.key(), leaf.value(), unchained(leaf.next(), key))));
  }

  private static void collect(Object[] node, List<Object> into) {
    for (var at : node) {
      if (at instanceof Object[] child) {
        collect(child, into);
      }
      for (var leaf = at instanceof Leaf first ? first : null;
          leaf != null;
          leaf = leaf.next().orElse(null)) {
        into.add(leaf.value());
      }
    }
  }
}
