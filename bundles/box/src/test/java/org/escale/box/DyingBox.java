package org.escale.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/** A box that goes round once and dies before its n-th step as if the plug were pulled. */
public final class DyingBox {
  private DyingBox() {}

  /** The folder and n. */
  public static void main(String[] words) throws IOException {
    var left = new AtomicInteger(Integer.parseInt(words[1]));
    var home = new Home(Path.of(words[0]));
    var agent =
        new Agent(
            home,
            Clock.systemUTC(),
            new Noting(home),
            step -> {
              if (left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(137);
              }
            });
    System.exit(agent.round() ? 0 : 1);
  }

  /** Programs that note by which files they work. */
  record Noting(Home home) implements Programs {
    @Override
    public void check(Path files) throws IOException {
      if (Files.readString(files.resolve("nftables.conf")).contains("bad")) {
        throw new IOException("nft: bad");
      }
    }

    @Override
    public void start(Path files) throws IOException {
      home.write("works-by", files.getFileName().toString());
      if (Files.readString(files.resolve("nftables.conf")).contains("does not start")) {
        throw new IOException("nft: does not start");
      }
    }

    @Override
    public String down(Path files) {
      return "";
    }
  }
}
