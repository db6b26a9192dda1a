package org.escale.core.booking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.escale.booking.Booking.Line;
import org.escale.federation.Extra;
import org.escale.federation.SpaceId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Calendar;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Turns extras that are wanted into lines, choosing free pieces of bookable equipment. */
@Component(service = Lines.class)
public final class Lines {
  private final Calendar calendar;

  /** Asks that calendar. */
  @Activate
  public Lines(@Reference Calendar calendar) {
    this.calendar = calendar;
  }

  /** One line for each extra, by id; {@code EQUIPMENT_TAKEN} names the first without enough. */
  Outcome<List<Line>> of(Map<Extra, Integer> wanted, TimeSlot slot) {
    var lines = new ArrayList<Line>();
    var extras =
        wanted.keySet().stream().sorted(Comparator.comparing(extra -> extra.id().value())).toList();
    for (var extra : extras) {
      int quantity = wanted.get(extra);
      var pieces = extra.stock() == 0 ? List.<SpaceId>of() : free(extra, slot, quantity);
      if (extra.stock() > 0 && pieces.size() < quantity) {
        return Outcome.refused(
            new Refusal(
                RefusalCode.EQUIPMENT_TAKEN,
                Map.of("extraId", extra.id().value(), "free", Integer.toString(pieces.size()))));
      }
      lines.add(new Line(extra.id(), quantity, pieces));
    }
    return Outcome.done(lines);
  }

  private List<SpaceId> free(Extra extra, TimeSlot slot, int quantity) {
    var all = IntStream.rangeClosed(1, extra.stock()).mapToObj(extra::piece).toList();
    var free = calendar.free(all, slot);
    return all.stream().filter(free::contains).limit(quantity).toList();
  }
}
