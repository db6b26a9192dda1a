package org.escale.itests.badday;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.escale.itests.process.Finished;

/**
 * A disk that can be filled to its last byte: a small file system in memory where this process may
 * mount one, else a limit that the kernel sets to every file of the process (what is written then
 * fails as on a full disk, only with another number).
 */
final class Disk implements AutoCloseable {
  private static final String SIZE = "size=400m";
  private static final byte[] PAGE = new byte[4096];

  private final Path folder;
  private final boolean mounted;

  private Disk(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  /** A disk there. */
  static Disk of(Path folder) throws IOException {
    Files.createDirectories(folder);
    var mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", SIZE, "none", folder.toString());
    return new Disk(folder, Finished.of(mount).code() == 0);
  }

  Path folder() {
    return folder;
  }

  /** Leaves no room for another byte of that process; again takes what became free since. */
  void fill(long pid) throws IOException {
    if (mounted) {
      occupy();
    } else {
      limit(pid, "0");
    }
  }

  /** Makes room again. */
  void clear(long pid) throws IOException {
    if (mounted) {
      Files.delete(ballast());
    } else {
      limit(pid, "unlimited");
    }
  }

  /** What is freed between a write that failed and the look at it is taken as well. */
  private void occupy() throws IOException {
    long free;
    do {
      try (OutputStream out = Files.newOutputStream(ballast(), CREATE, APPEND)) {
        while (true) {
          out.write(PAGE);
        }
      } catch (IOException full) {
        free = folder.toFile().getUsableSpace();
      }
    } while (free >= PAGE.length);
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  private static void limit(long pid, String bytes) {
    var set =
        Finished.of(
            new ProcessBuilder(
                "prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes + ":unlimited"));
    assertEquals(set.output(), 0, set.code());
  }

  @Override
  public void close() {
    if (mounted) {
      var gone = Finished.of(new ProcessBuilder("umount", "--lazy", folder.toString()));
      assertEquals(gone.output(), 0, gone.code());
    }
  }
}
