package org.escale.shell.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.booking.Booking;
import org.escale.service.Lookup;
import org.escale.word.Query;

/** Lists the bookings of a centre, by pseudonym. */
@Service
@Command(
    scope = "escale",
    name = "booking-list",
    description = "Lists the bookings of a centre, by pseudonym")
public final class BookingList implements Action {
  @Reference Session session;
  @Reference Lookup lookup;

  @Option(name = "--centre", required = true, description = "the centre's id")
  @Completion(CentreNames.class)
  String centre = "";

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    var query = Query.where("centreId", centre);
    return Console.show(
        session.getConsole(),
        lookup.list(Console.desk(centre), Booking.class, query),
        page -> {
          var rows = page.items().stream().map(kept -> row(kept.word())).toList();
          var heading = List.of("id", "space", "from", "to", "state", "guest");
          return Console.print(session.getConsole(), json, Console.table(heading, rows));
        });
  }

  private static List<String> row(Booking b) {
    return List.of(
        b.id().value(),
        b.space().value(),
        b.slot().from().toString(),
        b.slot().to().toString(),
        b.state().name(),
        b.guest().person().value());
  }
}
