package org.escale.gateway.radius;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Packet;
import org.escale.spi.gateway.Gateway;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Whatever comes, nothing breaks, nothing is answered that should not, and the next is served. */
public class HostileTest {
  private static final int MUTATED = 100_000;

  private final Bench bench = new Bench();
  private Gateway gateway;
  private DatagramSocket socket;
  private int id;

  @Before
  public void open() throws Exception {
    bench.hub.lets("ann", Bench.EIGHT);
    gateway = bench.open("hostapd-8021x", Map.of());
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), bench.access));
    socket.setSoTimeout(10_000);
  }

  @After
  public void close() {
    gateway.close();
    socket.close();
  }

  @Test
  public void atLeastSixtyHostileDatagramsGetNoAnswerAndTheNextIsServed() throws IOException {
    for (var hostile : Hostile.unanswered().entrySet()) {
      send(hostile.getValue());
      served(hostile.getKey());
    }
    int all = Hostile.unanswered().size() + Hostile.refused().size();
    assertTrue(all + " datagrams", all >= 60 && Hostile.unanswered().size() >= 50);
  }

  @Test
  public void nonsenseThatIsSignedIsRefusedAndTheNextIsServed() throws IOException {
    for (var hostile : Hostile.refused().entrySet()) {
      send(hostile.getValue());
      assertEquals(hostile.getKey(), Code.ACCESS_REJECT, answer().code());
      served(hostile.getKey());
    }
  }

  @Test
  public void aHundredThousandMutatedDatagramsChangeNothing() throws Exception {
    var desk = new AccessDesk(bench.here("hostapd-8021x"));
    var random = new Random(42);
    var good = Hostile.good(1);
    for (int i = 0; i < MUTATED; i++) {
      var mutated = mutated(good, random);
      var read = Packet.read(mutated, mutated.length);
      var answered = read.flatMap(desk::answer);
      if (answered.isPresent()) {
        assertArrayEquals("answered though changed", good, read.get().octets());
      }
      if (i % 100 == 0) {
        if (answered.isEmpty()) {
          send(mutated);
        }
        served("mutation " + i);
      }
    }
  }

  @Test
  public void mutatedAccountingIsNeverTaken() throws Exception {
    var here = bench.here("hostapd-8021x");
    var sessions = Bench.sessions(here);
    try (var reports = new Reports(here)) {
      var desk = new AccountingDesk(here, sessions, reports);
      var good = Bench.news(1, "s", "ann", 0).asking(here.secret());
      var random = new Random(43);
      for (int i = 0; i < MUTATED; i++) {
        var mutated = mutated(good, random);
        Packet.read(mutated, mutated.length)
            .filter(packet -> !Arrays.equals(good, packet.octets()))
            .ifPresent(packet -> desk.take(packet, answer -> {}));
      }
      assertEquals(0, sessions.sessions().size());
    }
  }

  @Test
  public void theSameDatagramGetsTheSameAnswerAndNoSecondEffect() throws IOException {
    var request = Hostile.good(200);
    send(request);
    var first = answer();
    bench.clock.advance(java.time.Duration.ofMinutes(5));
    send(request);
    assertArrayEquals(first.octets(), answer().octets());
  }

  private static byte[] mutated(byte[] good, Random random) {
    int more = random.nextInt(8) == 0 ? random.nextInt(40) : 0;
    var mutated = Arrays.copyOf(good, good.length + more);
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0
        ? Arrays.copyOf(mutated, random.nextInt(mutated.length))
        : mutated;
  }

  /** A good request is the next that is answered. */
  private void served(String after) throws IOException {
    id = 2 + (id + 1) % 190;
    send(Hostile.good(id));
    var answer = answer();
    assertEquals(after, id, answer.id());
    assertEquals(after, Code.ACCESS_ACCEPT, answer.code());
  }

  private void send(byte[] datagram) throws IOException {
    socket.send(new DatagramPacket(datagram, datagram.length));
  }

  private Packet answer() throws IOException {
    var buffer = new byte[Packet.LONGEST];
    var datagram = new DatagramPacket(buffer, buffer.length);
    socket.receive(datagram);
    return Packet.read(buffer, datagram.getLength()).orElseThrow();
  }
}
