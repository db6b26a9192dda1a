package org.escale.tck.centre;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.federation.CentreId;
import org.escale.federation.TruthMode;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.StaffEvent.Shape;

/** The toy system on a bench. */
final class ToyLab implements CentreLab, Staff {
  private static final Duration DEADLINE = Duration.ofSeconds(1);

  private final ToySystem system;
  private final ToyAdapter adapter;

  private ToyLab(boolean atomic, Fault fault) {
    try {
      system = new ToySystem(atomic);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    adapter = new ToyAdapter(fault, atomic ? TruthMode.CENTRE_ATOMIC : TruthMode.CENTRE_CHECKED);
  }

  static ToyLab checked(Fault fault) {
    return new ToyLab(false, fault);
  }

  static ToyLab atomic() {
    return new ToyLab(true, Fault.NONE);
  }

  ToyDiary diary() {
    return adapter.diary();
  }

  @Override
  public CentreAdapter adapter() {
    return adapter;
  }

  @Override
  public Optional<InetSocketAddress> address() {
    return Optional.of(system.address());
  }

  @Override
  public CentreConfig config(Optional<InetSocketAddress> instead) {
    var at = instead.orElse(system.address());
    return config("http://127.0.0.1:" + at.getPort() + "/");
  }

  @Override
  public CentreConfig broken() {
    return config("somewhere");
  }

  private static CentreConfig config(String url) {
    return new CentreConfig(
        new CentreId("toy"), CentreContract.BRUSSELS, Map.of("url", url), DEADLINE);
  }

  @Override
  public SpaceRef space(String name) {
    return new SpaceRef(name);
  }

  @Override
  public Staff staff() {
    return this;
  }

  @Override
  public Set<Shape> shapes() {
    return Set.of(Shape.ONCE);
  }

  @Override
  public void write(SpaceRef space, StaffEvent event) {
    var row = ToyDesk.row(event.slot(), false, event.summary());
    system.write(space.value(), event.name(), "", row);
  }

  @Override
  public void remove(SpaceRef space, String name) {
    system.remove(space.value(), name, "");
  }

  @Override
  public String reads(SpaceRef space) {
    return system.rows(space.value());
  }
}
