package org.escale.core.eventlog;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of the log: a mark, how far it was drained, and frames of a length, a checksum and that
 * many octets. One thread appends while another drains. (No channels: an interrupt would close
 * them.)
 */
final class Segment implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Segment.class);
  private static final long MARK = 0x4573_6361_6C65_0001L;
  private static final int HEADER = 2 * Long.BYTES;
  private static final int FRAME = 2 * Integer.BYTES;

  private final Path path;
  private final RandomAccessFile out;
  private final RandomAccessFile in;
  private volatile long end = HEADER;
  private volatile long drained = HEADER;

  private Segment(Path path) throws IOException {
    this.path = path;
    this.out = new RandomAccessFile(path.toFile(), "rw");
    this.in = new RandomAccessFile(path.toFile(), "rw");
  }

  /** Whole frames, and where the next begins. */
  record Read(List<byte[]> frames, long next) {}

  /** An empty one, on disk when this returns. */
  static Segment fresh(Path path) throws IOException {
    var segment = new Segment(path);
    try {
      segment.out.setLength(0);
      segment.out.write(header(HEADER));
      segment.out.getFD().sync();
      named(path.toAbsolutePath().getParent());
      return segment;
    } catch (IOException full) {
      segment.close();
      Files.deleteIfExists(path);
      throw full;
    }
  }

  /** A file is only there after a power cut if its folder says so. */
  private static void named(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * One that was left; what was not wholly written is cut off.
   *
   * @throws IOException if it cannot be read, or is none
   */
  static Segment found(Path path) throws IOException {
    var segment = new Segment(path);
    try {
      segment.recover();
      return segment;
    } catch (IOException no) {
      segment.close();
      throw no;
    }
  }

  private void recover() throws IOException {
    long length = out.length();
    if (length < HEADER) {
      out.setLength(0);
      out.write(header(HEADER)); // the process ended while it was made
      return;
    }
    if (out.readLong() != MARK) {
      throw new IOException(path.getFileName() + " is no file of events");
    }
    drained = Math.max(HEADER, out.readLong());
    end = read(HEADER, length).next();
    drained = Math.min(drained, end);
    if (end < length) {
      LOG.warn(
          "{}: {} octets at the end were not wholly written", path.getFileName(), length - end);
      out.setLength(end);
      out.getFD().sync();
    }
  }

  /**
   * Writes those behind what is there; on disk when this returns. Where that fails nothing more is
   * in it than before.
   */
  void append(List<byte[]> frames) throws IOException {
    var all = ByteBuffer.allocate(frames.stream().mapToInt(frame -> FRAME + frame.length).sum());
    frames.forEach(frame -> all.putInt(frame.length).putInt(checksum(frame)).put(frame));
    long from = end;
    try {
      out.seek(from);
      out.write(all.array());
      out.getFD().sync();
    } catch (IOException full) {
      out.setLength(from);
      throw full;
    }
    end = from + all.capacity();
  }

  /** The next frames that were not drained, of about that many octets, or one that is larger. */
  Read next(int octets) throws IOException {
    long from = drained;
    var some = read(from, Math.min(end, from + octets));
    return some.next() > from ? some : read(from, end);
  }

  private Read read(long from, long to) throws IOException {
    var octets = new byte[(int) (to - from)];
    in.seek(from);
    in.readFully(octets);
    var all = ByteBuffer.wrap(octets);
    var frames = new ArrayList<byte[]>();
    int next = 0;
    while (all.remaining() >= FRAME) {
      int length = all.getInt();
      int sum = all.getInt();
      if (length < 0 || length > all.remaining()) {
        break;
      }
      var frame = new byte[length];
      all.get(frame);
      if (checksum(frame) != sum) {
        break;
      }
      frames.add(frame);
      next = all.position();
    }
    return new Read(frames, from + next);
  }

  /** What comes before that is in the database. */
  void drained(long to) throws IOException {
    drained = to;
    in.seek(Long.BYTES);
    in.writeLong(to);
  }

  /** How many octets wait. */
  long waiting() {
    return end - drained;
  }

  /** How long it is, octets. */
  long length() {
    return end;
  }

  /** Takes it away. */
  void delete() throws IOException {
    close();
    Files.deleteIfExists(path);
  }

  @Override
  public void close() throws IOException {
    out.close();
    in.close();
  }

  private static byte[] header(long drained) {
    return ByteBuffer.allocate(HEADER).putLong(MARK).putLong(drained).array();
  }

  private static int checksum(byte[] frame) {
    var sum = new CRC32();
    sum.update(frame);
    return (int) sum.getValue();
  }
}
