package org.escale.itests.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** The TCP ports at which a process listens, as Linux tells it. */
final class Listening {

  private static final String LISTEN = "0A";

  private Listening() {}

  /** For example {@code 127.0.0.1:8181}. */
  static Set<String> addressesOf(long pid) throws IOException {
    Set<String> own = sockets(pid);
    var found = new TreeSet<String>();
    for (String table : new String[] {"tcp", "tcp6"}) {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "net", table))) {
        String[] column = line.strip().split("\\s+", -1);
        if (column.length > 9 && column[3].equals(LISTEN) && own.contains(column[9])) {
          found.add(address(column[1]));
        }
      }
    }
    return found;
  }

  private static Set<String> sockets(long pid) throws IOException {
    var inodes = new HashSet<String>();
    try (var files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path file : files.toList()) {
        String target = Files.exists(file) ? Files.readSymbolicLink(file).toString() : "";
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }

  /** The kernel writes each 32-bit word of an address in the machine's own byte order. */
  private static String address(String text) throws IOException {
    String[] parts = text.split(":", -1);
    var words = ByteBuffer.wrap(HexFormat.of().parseHex(parts[0])).order(ByteOrder.LITTLE_ENDIAN);
    var bytes = ByteBuffer.allocate(words.capacity());
    while (words.hasRemaining()) {
      bytes.putInt(words.getInt());
    }
    String host = InetAddress.getByAddress(bytes.array()).getHostAddress();
    return host + ":" + Integer.parseInt(parts[1], 16);
  }
}
