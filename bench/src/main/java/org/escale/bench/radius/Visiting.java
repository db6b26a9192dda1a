package org.escale.bench.radius;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * One socket from which people come and go, some of them at a time, as fast as they are answered or
 * at a fixed pace; each answer is checked, what is not answered within a second is sent again. For
 * one thread.
 */
final class Visiting implements AutoCloseable {
  private static final int AT_ONCE = 16;
  private static final int EACH = 256 / AT_ONCE;
  private static final int LONGEST = 4_096;
  private static final long PATIENCE = 1_000_000_000L;

  private final DatagramSocket socket = new DatagramSocket();
  private final Told there;
  private final Visitors visitors;
  private final Slot[] slots = new Slot[AT_ONCE];
  private final LongStream.Builder took = LongStream.builder();
  private final byte[] buffer = new byte[LONGEST];
  private int answered;
  private int visited;
  private int again;

  /** Who comes from here, and how they are named. */
  record Visitors(Members members, int first, int every, String round) {
    Visit visit(int number, Random random) {
      int who = (int) ((first + (long) number * every) % members.count());
      return new Visit(members, who, round + "-" + first + "-" + number, random);
    }
  }

  private static final class Slot {
    private final Visit visit;
    private byte[] datagram = {};
    private int id;
    private long sent;
    private long due;

    private Slot(Visit visit) {
      this.visit = visit;
    }
  }

  /** Comes there. */
  Visiting(Told there, Visitors visitors) throws IOException {
    this.there = there;
    this.visitors = visitors;
  }

  /**
   * Begins visits until then, and sees all to their end.
   *
   * @param pause nanoseconds from one beginning to the next; 0: as fast as they are answered
   */
  void run(long end, long pause) throws IOException {
    var random = new Random();
    long due = System.nanoTime();
    int open = 0;
    for (int begun = 0; open > 0 || due < end; ) {
      long now = System.nanoTime();
      int free = free();
      if (free >= 0 && now < end && due <= now) {
        begin(free, visitors.visit(begun++, random), pause == 0 ? now : due);
        due = pause == 0 ? now : due + pause;
        open++;
        continue;
      }
      if (open == 0 && now >= end) {
        return;
      }
      open -= receive(pause == 0 || free < 0 || now >= end ? PATIENCE : due - now);
    }
  }

  private int free() {
    for (int i = 0; i < AT_ONCE; i++) {
      if (slots[i] == null) {
        return i;
      }
    }
    return -1;
  }

  private void begin(int slot, Visit visit, long due) throws IOException {
    var fresh = new Slot(visit);
    slots[slot] = fresh;
    fresh.id = slot * EACH;
    go(fresh, due);
  }

  private boolean go(Slot slot, long due) throws IOException {
    slot.id = slot.id / EACH * EACH + (slot.id + 1) % EACH;
    slot.datagram = slot.visit.next(slot.id);
    if (slot.datagram.length == 0) {
      return false;
    }
    slot.due = due;
    send(slot);
    return true;
  }

  private void send(Slot slot) throws IOException {
    slot.sent = System.nanoTime();
    InetSocketAddress to = slot.visit.accounting() ? there.accounting() : there.access();
    socket.send(new DatagramPacket(slot.datagram, slot.datagram.length, to));
  }

  /** How many visits ended by what came, within so many nanoseconds. */
  private int receive(long patience) throws IOException {
    socket.setSoTimeout((int) Math.max(1, Math.min(patience, PATIENCE) / 1_000_000));
    var packet = new DatagramPacket(buffer, LONGEST);
    try {
      socket.receive(packet);
    } catch (SocketTimeoutException nothing) {
      repeat();
      return 0;
    }
    int id = buffer[1] & 0xFF;
    var slot = slots[id / EACH];
    if (slot == null || slot.id != id) {
      return 0; // the second answer to what was asked twice
    }
    var wrong = slot.visit.wrong(Arrays.copyOf(buffer, packet.getLength()));
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(there.name() + ": " + wrong);
    }
    long now = System.nanoTime();
    took.add(now - slot.due);
    answered++;
    if (go(slot, now)) {
      return 0;
    }
    slots[id / EACH] = null;
    visited++;
    return 1;
  }

  private void repeat() throws IOException {
    long now = System.nanoTime();
    for (var slot : slots) {
      if (slot != null && now - slot.sent > PATIENCE) {
        again++;
        send(slot);
      }
    }
  }

  int answered() {
    return answered;
  }

  int visited() {
    return visited;
  }

  int again() {
    return again;
  }

  /** How long each answer took, nanoseconds. */
  long[] took() {
    return took.build().toArray();
  }

  @Override
  public void close() {
    socket.close();
  }
}
