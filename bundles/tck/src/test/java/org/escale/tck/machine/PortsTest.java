package org.escale.tck.machine;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import org.junit.Test;

public class PortsTest {

  @Test
  public void eachProcessHasANumberAndPortsOfItsOwn() {
    var one = Ports.claimed();
    var other = Ports.claimed();
    assertNotEquals(one.block(), other.block());
    var given = new HashSet<Integer>();
    for (int n = 0; n < 99; n++) {
      assertTrue("twice", given.add(one.next()));
    }
    assertFalse(given.contains(other.next()));
    assertTrue("again, when all were given", given.contains(one.next()));
  }

  @Test
  public void whatSomebodyListensAtIsLeftOut() throws IOException {
    var ports = Ports.claimed();
    int before = ports.next();
    try (var tcp = new ServerSocket(before + 1, 1, InetAddress.getLoopbackAddress());
        var udp = new DatagramSocket(before + 2, InetAddress.getLoopbackAddress())) {
      assertTrue(tcp.isBound() && udp.isBound());
      assertEquals(before + 3, ports.next());
    }
  }

  @Test
  public void theyLieBelowThoseThatLinuxGivesByItself() {
    assertTrue(Ports.free() < 32_768);
    assertTrue(Ports.number() >= 0 && Ports.number() < Ports.MOST);
  }
}
