package org.escale.bench.radius;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One socket from which questions are asked, some of them at a time; if nothing is answered within
 * a second they are asked again. One thread asks from all of them and sleeps only where none was
 * answered, so that asking takes little of the machine.
 */
final class Asking implements AutoCloseable {
  private static final int AT_ONCE = 16;
  private static final int IDS = 256;
  private static final long PATIENCE = Duration.ofSeconds(1).toNanos();
  private static final int LONGEST = 4_096;

  private final DatagramChannel channel;
  private final ByteBuffer out = ByteBuffer.allocateDirect(LONGEST);
  private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST);
  private final List<Question> questions = new ArrayList<>();
  private final int[] waiting = new int[IDS];
  private byte[][] answers = {};
  private long[] asked = {};
  private long[] took = {};
  private int next;
  private int open;
  private int answered;
  private int again;
  private long heard;

  /** Asks there. */
  Asking(InetSocketAddress there) throws IOException {
    channel = DatagramChannel.open().connect(there);
    channel.configureBlocking(false);
  }

  /** Makes so many questions, before the clock runs. */
  void prepare(Members members, Random random, int count) {
    for (int i = 0; i < count; i++) {
      questions.add(Question.any(members, random, i % IDS));
    }
    answers = new byte[count][];
    asked = new long[count];
    took = new long[count];
    Arrays.fill(waiting, -1);
  }

  /** Asks all that can be begun until then; how many were answered. */
  static int run(List<Asking> sockets, long end) throws IOException {
    try (var selector = Selector.open()) {
      for (var socket : sockets) {
        socket.channel.register(selector, SelectionKey.OP_READ);
        socket.heard = System.nanoTime();
      }
      for (boolean open = true; open; ) {
        int moved = 0;
        open = false;
        for (var socket : sockets) {
          moved += socket.turn(end);
          open |= socket.open > 0;
        }
        if (open && moved == 0) {
          selector.select(Duration.ofNanos(PATIENCE).toMillis());
          selector.selectedKeys().clear();
        }
      }
    }
    return sockets.stream().mapToInt(socket -> socket.answered).sum();
  }

  /** Hears what came and asks what may be asked; how much that was. */
  private int turn(long end) throws IOException {
    int moved = 0;
    for (; receive(); moved++) {}
    for (; mayAsk() && System.nanoTime() < end; moved++) {
      waiting[next % IDS] = next;
      asked[next] = System.nanoTime();
      send(next++);
      open++;
    }
    if (open > 0 && System.nanoTime() - heard > PATIENCE) {
      repeat();
    }
    return moved;
  }

  private boolean mayAsk() {
    return open < AT_ONCE && next < questions.size() && waiting[next % IDS] < 0;
  }

  private void send(int number) throws IOException {
    out.clear().put(questions.get(number).datagram()).flip();
    channel.write(out); // what the system has no room for is lost, and asked again
  }

  private boolean receive() throws IOException {
    in.clear();
    if (channel.read(in) == 0) {
      return false;
    }
    heard = System.nanoTime();
    var answer = new byte[in.flip().remaining()];
    in.get(answer);
    int number = waiting[answer[1] & 0xFF];
    if (number >= 0) { // else the second answer to what was asked twice
      waiting[answer[1] & 0xFF] = -1;
      took[number] = heard - asked[number];
      answers[number] = answer;
      answered++;
      open--;
    }
    return true;
  }

  private void repeat() throws IOException {
    heard = System.nanoTime();
    for (int number : waiting) {
      if (number >= 0) {
        again++;
        send(number);
      }
    }
  }

  /** How often something had to be asked again. */
  int again() {
    return again;
  }

  /** How long each answer took, nanoseconds. */
  long[] took() {
    return Arrays.stream(took).filter(nanos -> nanos > 0).toArray();
  }

  /**
   * Checks each answer.
   *
   * @throws IllegalStateException at the first that is wrong
   */
  void check() {
    for (int i = 0; i < answers.length; i++) {
      var wrong = asked[i] == 0 ? "" : questions.get(i).wrong(answers[i]);
      if (!wrong.isEmpty()) {
        throw new IllegalStateException(wrong);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
