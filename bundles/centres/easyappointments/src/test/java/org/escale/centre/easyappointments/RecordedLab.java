package org.escale.centre.easyappointments;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.centre.easyappointments.RecordedEasyAppointments.Item;
import org.escale.federation.CentreId;
import org.escale.libraries.link.Entrance;
import org.escale.spi.centre.CentreAdapter;
import org.escale.spi.centre.CentreConfig;
import org.escale.spi.centre.SpaceRef;
import org.escale.tck.centre.CentreLab;
import org.escale.tck.centre.Staff;
import org.escale.tck.centre.StaffEvent;
import org.escale.tck.centre.StaffEvent.Shape;
import org.escale.word.TimeSlot;

/** Recorded shapes on a bench, and staff that writes beside them. */
final class RecordedLab implements CentreLab, Staff, AutoCloseable {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  private final RecordedEasyAppointments system;
  private final EasyAppointmentsAdapter adapter = new EasyAppointmentsAdapter(Clock.systemUTC());
  private final Map<String, Integer> written = new HashMap<>();
  private int rooms;

  RecordedLab() throws IOException {
    system = new RecordedEasyAppointments();
  }

  RecordedEasyAppointments system() {
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
    return config("http://127.0.0.1:" + port + RecordedEasyAppointments.HOME, "Europe/Brussels");
  }

  @Override
  public CentreConfig broken() {
    return config("http://127.0.0.1/index.php/api/v1/", "Brussels");
  }

  private static CentreConfig config(String url, String zone) {
    var settings =
        Map.of(
            Entrance.URL,
            url,
            Entrance.USERNAME,
            "federation",
            Entrance.PASSWORD,
            "secret",
            Entrance.LOCAL_TOO,
            "true",
            EasyAppointmentsAdapter.ZONE,
            zone,
            EasyAppointmentsAdapter.SERVICE,
            "3",
            EasyAppointmentsAdapter.CUSTOMER,
            "9");
    return new CentreConfig(
        new CentreId("centre"), ZoneId.of("UTC"), settings, Duration.ofSeconds(5));
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

  /** Staff that moves one of ours leaves its notes alone. */
  @Override
  public void write(SpaceRef space, StaffEvent event) {
    var ours = ours(event.name());
    var notes = ours.map(id -> system.items().get(id).notes()).orElse(event.summary());
    var name = space.value() + event.name();
    var id = ours.orElse(written.getOrDefault(name, 0));
    written.put(name, system.put(id, item(space, notes, event.slot())));
  }

  @Override
  public void remove(SpaceRef space, String name) {
    system.remove(ours(name).orElse(written.getOrDefault(space.value() + name, 0)));
  }

  @Override
  public String reads(SpaceRef space) {
    return system.items().values().stream()
        .filter(item -> space.value().equals("" + item.room()))
        .toList()
        .toString();
  }

  @Override
  public void close() {
    system.close();
  }

  static Item item(SpaceRef space, String notes, TimeSlot slot) {
    var from = Appointment.TIME.format(LocalDateTime.ofInstant(slot.from(), BRUSSELS));
    var to = Appointment.TIME.format(LocalDateTime.ofInstant(slot.to(), BRUSSELS));
    return new Item("appointments", Integer.parseInt(space.value()), notes, from, to);
  }

  private Optional<Integer> ours(String uid) {
    return system.items().entrySet().stream()
        .filter(entry -> entry.getValue().notes().contains(uid))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
