package org.escale.shell.ask;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What goes over the socket: a kind, a length, and that many bytes; at most 1 MiB each. */
final class Frames {

  /** The command line to run, in UTF-8: the first and only frame of the asking side. */
  static final byte LINE = 'L';

  /** What the command printed. */
  static final byte OUT = 'O';

  /** What the command complained about. */
  static final byte ERR = 'E';

  /** The last frame: the exit code, in decimal digits. */
  static final byte CODE = 'C';

  private static final int MAX_BYTES = 1 << 20;

  private Frames() {}

  /** One frame as it came. */
  static final class Frame {

    private final byte kind;
    private final byte[] bytes;

    Frame(byte kind, byte[] bytes) {
      this.kind = kind;
      this.bytes = bytes;
    }

    byte kind() {
      return kind;
    }

    byte[] bytes() {
      return bytes;
    }

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  static Frame read(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    int length = in.readInt();
    if (length < 0 || length > MAX_BYTES) {
      throw new IOException("a frame of " + length + " bytes");
    }
    return new Frame(kind, in.readNBytes(length));
  }

  static void write(DataOutputStream out, byte kind, byte[] bytes, int offset, int length)
      throws IOException {
    synchronized (out) {
      out.writeByte(kind);
      out.writeInt(length);
      out.write(bytes, offset, length);
      out.flush();
    }
  }

  static void write(DataOutputStream out, byte kind, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    write(out, kind, bytes, 0, bytes.length);
  }

  /** A stream whose every write becomes one frame of a kind. */
  static OutputStream stream(DataOutputStream out, byte kind) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
          int part = Math.min(MAX_BYTES, length - done);
          Frames.write(out, kind, bytes, offset + done, part);
          done += part;
        }
      }
    };
  }
}
