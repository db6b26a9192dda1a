package org.escale.bench.radius;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * One socket from which questions are asked, some of them at a time; what is not answered within a
 * second is asked again. For one thread.
 */
final class Asking implements AutoCloseable {
  private static final int AT_ONCE = 16;
  private static final int IDS = 256;
  private static final int PATIENCE = 1_000;
  private static final int LONGEST = 4_096;

  private final DatagramSocket socket;
  private final List<Question> questions = new ArrayList<>();
  private final int[] waiting = new int[IDS];
  private byte[][] answers = {};
  private long[] asked = {};
  private long[] took = {};
  private int again;

  /** Asks there. */
  Asking(InetSocketAddress there) throws IOException {
    socket = new DatagramSocket();
    socket.connect(there);
    socket.setSoTimeout(PATIENCE);
  }

  /** Makes so many questions, before the clock runs. */
  void prepare(Members members, Random random, int count) {
    questions.clear();
    for (int i = 0; i < count; i++) {
      questions.add(Question.any(members, random, i % IDS));
    }
    answers = new byte[count][];
    asked = new long[count];
    took = new long[count];
    again = 0;
    Arrays.fill(waiting, -1);
  }

  /** Asks them all, or as many as can be begun until then; how many were answered. */
  int run(long end) throws IOException {
    int next = 0;
    int open = 0;
    int answered = 0;
    while (open > 0 || (next < questions.size() && System.nanoTime() < end)) {
      while (open < AT_ONCE
          && next < questions.size()
          && waiting[next % IDS] < 0
          && System.nanoTime() < end) {
        waiting[next % IDS] = next;
        asked[next] = System.nanoTime();
        send(next++);
        open++;
      }
      if (open > 0 && receive()) {
        open--;
        answered++;
      }
    }
    return answered;
  }

  private void send(int number) throws IOException {
    var datagram = questions.get(number).datagram();
    socket.send(new DatagramPacket(datagram, datagram.length));
  }

  private boolean receive() throws IOException {
    var packet = new DatagramPacket(new byte[LONGEST], LONGEST);
    try {
      socket.receive(packet);
    } catch (SocketTimeoutException late) {
      for (int number : waiting) {
        if (number >= 0) {
          again++;
          send(number);
        }
      }
      return false;
    }
    int id = packet.getData()[1] & 0xFF;
    int number = waiting[id];
    if (number < 0) {
      return false; // the second answer to what was asked twice
    }
    waiting[id] = -1;
    took[number] = System.nanoTime() - asked[number];
    answers[number] = Arrays.copyOf(packet.getData(), packet.getLength());
    return true;
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
  public void close() {
    socket.close();
  }
}
