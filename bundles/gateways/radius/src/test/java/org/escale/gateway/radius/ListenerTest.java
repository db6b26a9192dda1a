package org.escale.gateway.radius;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.machine.Ports;
import org.junit.Test;

/** One port and the threads that serve it. */
public class ListenerTest {
  private static final int SENDERS = 40;
  private static final String DEVICE = "020000000001";

  private final Bench bench = new Bench();

  /** The key is hidden with fresh chance in each answer: only what was kept is the same again. */
  @Test
  public void whoeverRepeatsHimselfMeetsWhoAnsweredHim() throws Exception {
    var grant = bench.hub.lets("ann", Bench.EIGHT);
    bench.hub.devices.put(grant.id(), DEVICE);
    try (var open = bench.open("hostapd-psk", Map.of())) {
      var answers = new ArrayList<byte[]>();
      for (int i = 0; i < SENDERS; i++) {
        try (var sender = sender()) {
          var first = asked(sender, i);
          assertArrayEquals("sender " + i, first, asked(sender, i));
          answers.add(first);
        }
      }
      var tails = answers.stream().map(Arrays::hashCode).distinct().count();
      assertEquals("each has its own", SENDERS, tails);
      assertTrue(open.health().up());
    }
  }

  @Test
  public void severalThreadsServeWhoAsksAndOneServesWhatGearSaw() throws GatewayException {
    int processors = Runtime.getRuntime().availableProcessors();
    var unused = bench.open("hostapd-psk", Map.of());
    try (unused) {
      assertEquals(Math.min(4, processors), threads(bench.access).size());
      assertEquals(1, threads(bench.accounting).size());
    }
    assertEquals(Set.of(), threads(bench.access));
  }

  @Test
  public void aPortThatIsReadByOneHubIsNotReadByAnother() throws GatewayException {
    var port = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
    var nanos = new AtomicLong();
    var one = new Listener(port, false, nanos::get);
    var said =
        assertThrows(GatewayException.class, () -> new Listener(port, false, nanos::get).close());
    assertTrue(said.getMessage(), said.getMessage().startsWith("cannot listen on 127.0.0.1:"));
    one.close();
    new Listener(port, false, nanos::get).close();
  }

  @Test
  public void onePortIsNotForBoth() throws GatewayException {
    var both = Map.of("accounting-port", Integer.toString(bench.access));
    var said = assertThrows(GatewayException.class, () -> bench.open("hostapd-psk", both).close());
    assertEquals("one port cannot be both for access and for accounting", said.getMessage());
    bench.open("hostapd-psk", Map.of()).close(); // it is free again
  }

  private static Set<String> threads(int port) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("radius-port") && name.contains(":" + port))
        .collect(Collectors.toSet());
  }

  private DatagramSocket sender() throws IOException {
    var socket = new DatagramSocket();
    socket.connect(InetAddress.getLoopbackAddress(), bench.access);
    socket.setSoTimeout((int) Duration.ofSeconds(5).toMillis());
    return socket;
  }

  private static byte[] asked(DatagramSocket sender, int number) throws IOException {
    var chance = new byte[16];
    Arrays.fill(chance, (byte) number);
    var question =
        Message.request(Code.ACCESS_REQUEST, number)
            .toBeSigned()
            .text(Type.USER_NAME, DEVICE)
            .text(Type.CALLING_STATION_ID, DEVICE)
            .asking(Bench.secret(), chance);
    sender.send(new DatagramPacket(question, question.length));
    var answer = new DatagramPacket(new byte[Packet.LONGEST], Packet.LONGEST);
    sender.receive(answer);
    var octets = Arrays.copyOf(answer.getData(), answer.getLength());
    assertEquals(Code.ACCESS_ACCEPT, octets[0]);
    return octets;
  }
}
