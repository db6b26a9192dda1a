package org.escale.centre.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;

/** A folder of this machine. A name that is a symbolic link is not followed. */
final class LocalShelf implements Shelf {
  private final Path folder;

  LocalShelf(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException, CentreException {
    var file = folder.resolve(name);
    try (var channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      var size = channel.size();
      if (size > LARGEST) {
        throw new CentreException(Trouble.FLOODED, "a file is larger than " + LARGEST + " bytes");
      }
      var changed = changed(file);
      var content = ByteBuffer.allocate((int) size + 1);
      while (content.hasRemaining() && channel.read(content) >= 0) {
        // until there is no more, or one byte more than there was
      }
      if (content.position() != size || !changed(file).equals(changed)) {
        throw new IOException("it is being written");
      }
      return Optional.of(java.util.Arrays.copyOf(content.array(), (int) size));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (AccessDeniedException no) {
      throw new CentreException(Trouble.DENIED, "a file may not be read");
    }
  }

  @Override
  public void write(String name, byte[] content) throws IOException, CentreException {
    var file = folder.resolve(name);
    var part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try (var channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        var rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AccessDeniedException | NoSuchFileException | AtomicMoveNotSupportedException no) {
      throw new CentreException(Trouble.DENIED, "the folder out cannot be written to");
    }
  }

  @Override
  public void remove(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public List<String> names() throws IOException, CentreException {
    knock();
    try (var files = Files.list(folder.resolve(IN))) {
      return files.limit(MOST).map(file -> file.getFileName().toString()).toList();
    }
  }

  @Override
  public void knock() throws CentreException {
    if (!Files.isDirectory(folder.resolve(IN)) || !Files.isDirectory(folder.resolve(OUT))) {
      throw new CentreException(Trouble.DENIED, "there is no folder in, or no folder out");
    }
  }

  @Override
  public void cut() {
    // a thread that waits for a disk is interrupted by who asked
  }

  @Override
  public void close() {
    // nothing stays open
  }

  private static FileTime changed(Path file) throws IOException {
    return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
  }
}
