package org.escale.centre.librebooking;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.centre.librebooking.RecordedLibreBooking.Item;
import org.escale.federation.CentreId;
import org.escale.libraries.link.Entrance;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.Staff;
import org.escale.tck.centre.StaffEvent;
import org.escale.tck.centre.StaffEvent.Shape;

/** Recorded shapes on a bench, and staff that writes beside them. */
final class RecordedLab implements CentreLab, Staff, AutoCloseable {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2027-05-01T00:00:00Z"), ZoneOffset.UTC);

  private final RecordedLibreBooking system;
  private final LibreBookingAdapter adapter = new LibreBookingAdapter(CLOCK);
  private int rooms;

  RecordedLab() throws IOException {
    system = new RecordedLibreBooking();
  }

  RecordedLibreBooking system() {
    return system;
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
    var port = instead.orElse(system.address()).getPort();
    return config("http://127.0.0.1:" + port + RecordedLibreBooking.HOME, "secret");
  }

  @Override
  public CentreConfig broken() {
    return config("http://127.0.0.1/Web/Services", "secret");
  }

  CentreConfig config(String url, String password) {
    var settings =
        Map.of(
            Entrance.URL,
            url,
            Entrance.USERNAME,
            "federation",
            Entrance.PASSWORD,
            password,
            Entrance.LOCAL_TOO,
            "true");
    return new CentreConfig(
        new CentreId("centre"), ZoneId.of("Europe/Brussels"), settings, Duration.ofSeconds(5));
  }

  @Override
  public synchronized SpaceRef space(String name) {
    return new SpaceRef("" + ++rooms);
  }

  @Override
  public Staff staff() {
    return this;
  }

  @Override
  public Set<Shape> shapes() {
    return Set.of(Shape.ONCE);
  }

  /** Staff that moves one of ours leaves its title alone. */
  @Override
  public void write(SpaceRef space, StaffEvent event) {
    var ours = reference(event.name());
    var old = ours.map(system.items()::get);
    var title = old.map(Item::title).orElse(event.summary());
    system.staff(
        ours.orElse(space.value() + event.name()),
        new Item(space.value(), title, event.slot(), old.isPresent()));
  }

  @Override
  public void remove(SpaceRef space, String name) {
    system.remove(reference(name).orElse(space.value() + name));
  }

  @Override
  public String reads(SpaceRef space) {
    return system.items().values().stream()
        .filter(item -> item.room().equals(space.value()))
        .toList()
        .toString();
  }

  @Override
  public void close() {
    system.close();
  }

  private Optional<String> reference(String uid) {
    return system.items().entrySet().stream()
        .filter(entry -> entry.getValue().title().contains(uid))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
