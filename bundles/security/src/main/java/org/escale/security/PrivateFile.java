package org.escale.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** A file that nobody but the owner of the process can read, from its first byte on. */
record PrivateFile(Path path) {

  /** Its bytes; where there is none, makes it with those of {@code fresh}. */
  byte[] readOrMake(Supplier<byte[]> fresh) throws IOException {
    if (!Files.exists(path)) {
      write(fresh.get());
    }
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    return Files.readAllBytes(path);
  }

  /** Writes it whole or not at all, and onto the disk before it returns. */
  void write(byte[] bytes) throws IOException {
    Files.createDirectories(path.getParent());
    var half = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(half);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var file = FileChannel.open(half, options, mine)) {
      var left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        file.write(left);
      }
      file.force(true);
    }
    Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
