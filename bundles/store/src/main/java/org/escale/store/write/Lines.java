package org.escale.store.write;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.adapter.ForeignTime;
import org.escale.adapter.ForeignTimeId;
import org.escale.booking.Booking;
import org.escale.federation.SpaceId;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.store.sql.Nanos;
import org.escale.store.sql.Statements;
import org.escale.store.text.WordJson;
import org.escale.store.write.LineCalendar.Taken;
import org.escale.store.write.Tables.BusyKey;
import org.escale.store.write.Tables.BusyRow;
import org.escale.word.Kept;
import org.escale.word.TimeSlot;

/** Live bookings never overlap on a line (laws B1, B7): checked and taken in one step. */
final class Lines {
  private final LineCalendar calendar;
  private final WordJson json;
  private final Map<String, Long> numbers = new HashMap<>();

  Lines(LineCalendar calendar, WordJson json) {
    this.calendar = calendar;
    this.json = json;
  }

  /** Fills calendar and numbers from the database. */
  void load(Statements statements) throws SQLException {
    var loaded = new LineCalendar();
    numbers.clear();
    statements.list(
        "select line, line_no from calendar_line",
        row -> numbers.put(row.getString(1), row.getLong(2)));
    statements.list(
        "select line, starts, ends, booking from busy join calendar_line"
            + " on busy.line_no = calendar_line.line_no",
        row -> {
          var slot = new TimeSlot(Nanos.instant(row.getLong(2)), Nanos.instant(row.getLong(3)));
          loaded.take(new SpaceId(row.getString(1)), new Taken(slot, row.getString(4)));
          return slot;
        });
    statements
        .list(
            "select body from word where kind = 'ForeignTime'",
            row -> json.read(ForeignTime.class, row.getString(1)))
        .forEach(time -> loaded.mirror().change(Optional.empty(), Optional.of(time)));
    calendar.become(loaded);
  }

  /** Mirrors an entry of a centre's own system as it is now. */
  void mirror(ForeignTimeId id, Optional<ForeignTime> is, Writing writing) throws SQLException {
    var was = writing.now(ForeignTime.class, id).map(Kept::word);
    var mirror = calendar.mirror();
    mirror.change(was, is);
    writing.draft.undo.by(() -> mirror.change(is, was));
  }

  /** Lets go of what the booking occupied and takes what it occupies now, or says why not. */
  Optional<Refusal> move(Booking booking, Writing writing) throws SQLException {
    var old = writing.now(Booking.class, booking.id()).map(Kept::word);
    var had = old.filter(was -> was.state().live());
    if (had.isPresent()) {
      for (var line : had.get().occupies()) {
        for (var slot : had.get().slots()) {
          release(line, slot, writing.draft);
        }
      }
    }
    if (!booking.state().live()) {
      return Optional.empty();
    }
    for (var line : booking.occupies()) {
      for (var slot : booking.slots()) {
        if (calendar.conflict(line, slot).isPresent() || mirrored(line, slot, had)) {
          var code =
              line.equals(booking.space()) ? RefusalCode.SPACE_TAKEN : RefusalCode.EQUIPMENT_TAKEN;
          return Optional.of(Refusal.of(code, "line", line.value()));
        }
        take(line, new Taken(slot, booking.id().value()), writing.draft);
      }
    }
    return Optional.empty();
  }

  /** Whether a centre's system says busy in what the booking did not have before. */
  private boolean mirrored(SpaceId line, TimeSlot slot, Optional<Booking> had) {
    var before = had.filter(was -> was.occupies().contains(line)).map(Booking::slots);
    return slot.without(before.orElse(List.of())).stream()
        .anyMatch(fresh -> calendar.mirror().busy(line, fresh));
  }

  private void take(SpaceId line, Taken taken, Draft draft) {
    var start = taken.slot().from();
    draft.busy.set(
        new BusyKey(number(line, draft), Nanos.exact(start)),
        Optional.empty(),
        Optional.of(new BusyRow(Nanos.exact(taken.slot().to()), taken.booking())));
    calendar.take(line, taken);
    draft.undo.by(() -> calendar.release(line, start));
  }

  private void release(SpaceId line, TimeSlot slot, Draft draft) {
    var start = slot.from();
    var taken = calendar.at(line, start);
    if (taken.isEmpty()) {
      return;
    }
    draft.busy.set(
        new BusyKey(number(line, draft), Nanos.exact(start)),
        Optional.of(new BusyRow(Nanos.exact(taken.get().slot().to()), taken.get().booking())),
        Optional.empty());
    calendar.release(line, start);
    draft.undo.by(() -> calendar.take(line, taken.get()));
  }

  private long number(SpaceId line, Draft draft) {
    var known = numbers.get(line.value());
    if (known != null) {
      return known;
    }
    long next = numbers.size() + 1L;
    numbers.put(line.value(), next);
    draft.lines.set(line.value(), Optional.empty(), Optional.of(next));
    draft.undo.by(() -> numbers.remove(line.value()));
    return next;
  }
}
