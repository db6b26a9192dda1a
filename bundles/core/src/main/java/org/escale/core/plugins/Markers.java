package org.escale.core.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which plug-ins are running code right now, in a small file that is mapped into memory: what
 * stands in it outlives the process, whatever ends it (law E3). A marker costs two writes to
 * memory. 256 calls can be marked at once, more run unmarked. Safe for many threads.
 */
final class Markers {
  private static final int SLOTS = 256;
  private static final int SLOT = 128;

  private final ByteBuffer memory;
  private final AtomicIntegerArray taken = new AtomicIntegerArray(SLOTS);

  private Markers(ByteBuffer memory) {
    this.memory = memory;
  }

  /** In no file: what stands in it ends with the process. */
  static Markers nowhere() {
    return new Markers(ByteBuffer.allocate(SLOTS * SLOT));
  }

  /**
   * In that file, made where it is missing; what stands in it stays until {@link #clear}.
   *
   * @throws UncheckedIOException if it cannot be made
   */
  static Markers in(Path file) {
    try (var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new Markers(channel.map(MapMode.READ_WRITE, 0, (long) SLOTS * SLOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same call, marked while it runs. */
  <T> Callable<T> marked(String name, Callable<T> call) {
    var bytes = bytes(name);
    return () -> {
      int slot = enter(bytes);
      try {
        return call.call();
      } finally {
        leave(slot);
      }
    };
  }

  /** The names that are marked. */
  Set<String> running() {
    var names = new TreeSet<String>();
    for (int slot = 0; slot < SLOTS; slot++) {
      int length = memory.get(slot * SLOT);
      if (length > 0) {
        var name = new byte[length];
        memory.get(slot * SLOT + 1, name);
        names.add(new String(name, StandardCharsets.UTF_8));
      }
    }
    return names;
  }

  /** Forgets what stands in it. */
  void clear() {
    for (int slot = 0; slot < SLOTS; slot++) {
      memory.put(slot * SLOT, (byte) 0);
    }
  }

  private int enter(byte[] name) {
    int start = (int) (Thread.currentThread().getId() % SLOTS);
    for (int i = 0; i < SLOTS; i++) {
      int slot = (start + i) % SLOTS;
      if (taken.compareAndSet(slot, 0, 1)) {
        memory.put(slot * SLOT + 1, name);
        memory.put(slot * SLOT, (byte) name.length);
        return slot;
      }
    }
    return SLOTS;
  }

  private void leave(int slot) {
    if (slot < SLOTS) {
      memory.put(slot * SLOT, (byte) 0);
      taken.set(slot, 0);
    }
  }

  private static byte[] bytes(String name) {
    var all = name.getBytes(StandardCharsets.UTF_8);
    return all.length < SLOT ? all : Arrays.copyOf(all, SLOT - 1);
  }
}
