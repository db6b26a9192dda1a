package org.escale.core.storm;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.escale.adapter.CentreEvent;
import org.escale.adapter.ForeignEvent;
import org.escale.adapter.ForeignTime;
import org.escale.billing.UsageRecord;
import org.escale.booking.Booking;
import org.escale.booking.Booking.State;
import org.escale.caller.Sight;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.word.Query;
import org.escale.word.TimeSlot;
import org.escale.word.Word;

/** Writes down what stands on both sides of a twin, and how long each word took. */
final class TwinAftermath {
  private static final Set<State> STANDS =
      EnumSet.of(State.CONFIRMED, State.CHECKED_IN, State.FULFILLED);

  private final Twin twin;
  private final List<String> lines = new ArrayList<>();

  TwinAftermath(Twin twin) {
    this.twin = twin;
  }

  Path write(List<String> typed, String name) throws IOException {
    lines.addAll(typed);
    for (var booking : all(Booking.class)) {
      if (STANDS.contains(booking.state())) {
        note("hub", "booking " + booking.id(), booking.space() + " " + slot(booking.slot()));
      }
    }
    for (var time : all(ForeignTime.class)) {
      time.slots().forEach(slot -> note("hub", "staff " + time.space() + " " + slot(slot), "busy"));
    }
    visits();
    for (var desk : twin.desks) {
      for (var event : twin.radicale.standing(desk.id().value())) {
        var ours = event.uid().endsWith(".escale");
        note(
            "centre",
            ours
                ? "booking " + event.uid().split("[~@]", 2)[0]
                : "staff " + desk.id() + " " + slot(event.slot()),
            ours ? desk.id() + " " + slot(event.slot()) : "busy");
      }
    }
    var folder = Files.createDirectories(Path.of("target", "storm"));
    return Files.write(folder.resolve(name + ".tsv"), lines);
  }

  private void visits() {
    var sums = new TreeMap<String, BigDecimal>();
    var bookings =
        all(Visit.class).stream()
            .collect(Collectors.toMap(Visit::id, visit -> visit.booking().value()));
    for (var record : all(UsageRecord.class)) {
      var booking = record.visit().map((VisitId id) -> bookings.get(id));
      var what = record.kind() == UsageRecord.Kind.TIME ? "time " : "copies ";
      booking.ifPresent(id -> sums.merge(what + id, record.quantity(), BigDecimal::add));
    }
    sums.forEach((what, sum) -> note("hub", what, sum.toBigInteger().toString()));
    for (var visit : all(Visit.class)) {
      note("hub", "came " + visit.booking(), "" + visit.startedAt().getEpochSecond());
    }
  }

  /** How long what was typed there took until it was here, in order. */
  List<Duration> here() {
    return all(ForeignEvent.class).stream()
        .map(event -> Duration.between(event.told().at(), event.received()))
        .sorted()
        .toList();
  }

  /** How long what happened here took until it was told there, in order. */
  List<Duration> there() throws IOException {
    return Files.readAllLines(twin.files().resolve("out/_events.csv")).stream()
        .skip(1)
        .map(row -> row.split(",", -1))
        .filter(row -> !row[2].equalsIgnoreCase(CentreEvent.Kind.CORRECTED.name()))
        .map(row -> Duration.between(Instant.parse(row[3]), Instant.parse(row[6])))
        .sorted()
        .toList();
  }

  private void note(String... words) {
    lines.add(String.join("\t", words));
  }

  private static String slot(TimeSlot slot) {
    return History.from(slot) + "-" + History.to(slot);
  }

  private <W extends Word> List<W> all(Class<W> kind) {
    var all = new ArrayList<W>();
    var page = twin.hall.house.store.find(kind, Query.all(), Sight.PLATFORM);
    page.items().forEach(kept -> all.add(kept.word()));
    while (page.next().isPresent()) {
      var query = Query.all().after(page.next().getAsLong());
      page = twin.hall.house.store.find(kind, query, Sight.PLATFORM);
      page.items().forEach(kept -> all.add(kept.word()));
    }
    return all;
  }
}
