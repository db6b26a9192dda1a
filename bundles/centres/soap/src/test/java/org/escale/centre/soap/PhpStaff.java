package org.escale.centre.soap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.Staff;
import org.escale.tck.centre.StaffEvent;
import org.escale.tck.centre.StaffEvent.Shape;

/** The staff at the centre's own system, by its own program. */
final class PhpStaff implements Staff {
  private static final AtomicInteger SPACES = new AtomicInteger();

  private final Path folder;

  PhpStaff(Path folder) {
    this.folder = folder;
  }

  SpaceRef make(String name) throws IOException {
    var space = new SpaceRef(name + "-" + SPACES.incrementAndGet());
    run("make", space.value());
    return space;
  }

  @Override
  public Set<Shape> shapes() {
    return EnumSet.of(Shape.ONCE, Shape.TRANSPARENT, Shape.CANCELLED);
  }

  @Override
  public void write(SpaceRef space, StaffEvent event) throws IOException {
    var state = event.shape() == Shape.ONCE ? "busy" : "free";
    var from = event.slot().from().toString();
    var to = event.slot().to().toString();
    run("write", space.value(), event.name(), event.summary(), from, to, state);
  }

  @Override
  public void remove(SpaceRef space, String name) throws IOException {
    run("remove", space.value(), name);
  }

  @Override
  public String reads(SpaceRef space) throws IOException {
    return run("read", space.value());
  }

  String run(String... words) throws IOException {
    var command = new ArrayList<>(List.of("php", "src/test/servers/staff.php"));
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ESCALE_FOLDER", folder.toString());
    var process = builder.start();
    try {
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("staff stumbled: " + said);
      }
      return said;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
