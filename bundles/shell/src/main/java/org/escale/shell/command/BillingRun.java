package org.escale.shell.command;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.service.BillingOffice;
import org.escale.service.BillingOffice.Run;

/** Invoices and settles a month that is over, or shows what it would. */
@Service
@Command(
    scope = "escale",
    name = "billing-run",
    description = "Invoices and settles a month that is over, or shows what it would")
public final class BillingRun implements Action {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  @Reference Session session;
  @Reference BillingOffice office;
  @Reference Clock clock;

  @Argument(name = "month", description = "such as 2027-03; the last one that is over if left out")
  String month = "";

  @Option(name = "--dry-run", description = "changes nothing")
  boolean dryRun;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    try {
      var run = office.run(Console.OPERATOR, period(), dryRun);
      return Console.show(session.getConsole(), run, this::shown);
    } catch (DateTimeException e) {
      session.getConsole().println("a month is written like 2027-03");
      return Console.REFUSED;
    }
  }

  private YearMonth period() {
    return month.isEmpty()
        ? YearMonth.from(clock.instant().atZone(BRUSSELS)).minusMonths(1)
        : YearMonth.parse(month);
  }

  private int shown(Run run) {
    var rows = new ArrayList<List<String>>();
    run.invoices()
        .forEach(i -> rows.add(List.of("invoice", i.number(), i.buyer().value(), "" + i.total())));
    run.payouts()
        .forEach(
            p ->
                rows.add(
                    List.of("payout", p.payer().value(), p.centre().value(), "" + p.amount())));
    run.unbilled()
        .forEach(
            u ->
                rows.add(
                    List.of(
                        "unbilled",
                        u.network().value(),
                        u.usage().value(),
                        "" + u.reason().code())));
    rows.add(List.of("margin", "", "", run.margin().toString()));
    var heading = List.of("what", "by", "for", "amount");
    return Console.print(session.getConsole(), json, Console.table(heading, rows));
  }
}
