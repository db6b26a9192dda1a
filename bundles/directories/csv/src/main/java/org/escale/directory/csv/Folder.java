package org.escale.directory.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Set;
import org.escale.spi.directory.DirectoryException;
import org.escale.spi.directory.DirectoryException.Trouble;

/** A folder of this machine with {@code in} and {@code out}. Symbolic links are not followed. */
record Folder(Path place) {
  private static final String IN = "in/";
  private static final String OUT = "out/";

  /** The most bytes of one file. */
  private static final int LARGEST = 20_000_000;

  /**
   * The other platform's file as it was at one moment.
   *
   * @throws IOException if it changes while it is read
   * @throws DirectoryException if there is none: that is no empty directory
   */
  byte[] read(String name) throws IOException, DirectoryException {
    try {
      return content(place.resolve(IN + name));
    } catch (NoSuchFileException none) {
      throw new DirectoryException(Trouble.UNAVAILABLE, "there is no " + IN + name);
    } catch (AccessDeniedException no) {
      throw new DirectoryException(Trouble.DENIED, IN + name + " may not be read");
    }
  }

  /** Puts our file there as a whole, if it does not stand there already. */
  void write(String name, byte[] content) throws IOException, DirectoryException {
    var file = place.resolve(OUT + name);
    var part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Arrays.equals(content(file), content)) {
        return;
      }
      Files.deleteIfExists(part);
      Files.write(part, content, StandardOpenOption.CREATE_NEW);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AccessDeniedException | NoSuchFileException | AtomicMoveNotSupportedException no) {
      throw new DirectoryException(Trouble.DENIED, "the folder out cannot be written to");
    }
  }

  /** Takes our file away; nothing if there is none. */
  void remove(String name) throws IOException {
    Files.deleteIfExists(place.resolve(OUT + name));
  }

  private static byte[] content(Path file) throws IOException, DirectoryException {
    try (var channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      var size = channel.size();
      if (size > LARGEST) {
        throw new DirectoryException(Trouble.FLOODED, "a file is larger than " + LARGEST);
      }
      var changed = changed(file);
      var content = ByteBuffer.allocate((int) size + 1);
      while (content.hasRemaining() && channel.read(content) >= 0) {
        // until there is no more, or one byte more than there was
      }
      if (content.position() != size || !changed(file).equals(changed)) {
        throw new IOException("it is being written");
      }
      return Arrays.copyOf(content.array(), (int) size);
    }
  }

  private static FileTime changed(Path file) throws IOException {
    return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
  }
}
