package org.escale.rest.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.escale.caller.Caller;
import org.escale.caller.Job;
import org.escale.client.Company;
import org.escale.client.Member;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.rest.call.Csv;
import org.escale.rest.call.Sheets.Sheet;
import org.escale.rest.client.ClientOrders.MemberOrder;
import org.escale.rest.job.Accepted;
import org.escale.rest.problem.RefusedException;
import org.escale.service.Clients;
import org.escale.service.Jobs.Made;
import org.escale.service.Progress;

/** People of a company as a table, out and in. */
final class MemberSheet {
  static final Sheet<Member> OUT =
      new Sheet<>(
          "members",
          List.of("id", "name", "email", "group", "language", "employed"),
          m ->
              List.of(
                  m.id().value(),
                  Csv.plain(m.name()),
                  Csv.plain(m.email()),
                  Csv.plain(m.group()),
                  m.language(),
                  String.valueOf(m.employed())));

  private static final int HEADING = 1;

  private MemberSheet() {}

  /** How many rows were read, and what came of them. */
  record EnrolledView(int rows, int enrolled, int refused) {}

  /**
   * Enrols row by row: each is done whole or not at all, and one that is refused holds up none. The
   * heading is row 1.
   */
  static Outcome<Made> enrol(
      Clients clients, Caller caller, Company company, Rows rows, Progress progress) {
    var refused = new ArrayList<Job.Row>();
    int done = 0;
    boolean whole = true;
    try {
      for (var row : rows.all()) {
        progress.at(done, rows.all().size());
        done++;
        int line = HEADING + done;
        enrol(clients, caller, company, row).ifPresent(why -> refused.add(new Job.Row(line, why)));
      }
    } catch (CancellationException off) {
      whole = false;
    }
    var view = new EnrolledView(rows.all().size(), done - refused.size(), refused.size());
    return Outcome.done(new Made(Accepted.json(view), refused, whole));
  }

  /** Rows by the names of their columns. */
  record Rows(List<Map<String, String>> all) {}

  private static Optional<Refusal> enrol(
      Clients clients, Caller caller, Company company, Map<String, String> row) {
    try {
      var outcome = clients.enrol(caller.further(), List.of(member(row, company)));
      return outcome instanceof Outcome.Refused<?> no
          ? Optional.of(named(no.refusal()))
          : Optional.empty();
    } catch (RefusedException no) {
      return Optional.of(no.refusal());
    }
  }

  /** Each row is a change of its own, so the key of the whole sheet is not for it. */
  private static Member member(Map<String, String> row, Company company) {
    return order(row).member(company, ClientOrders.fresh());
  }

  private static MemberOrder order(Map<String, String> row) {
    return new MemberOrder(
        cell(row, "id"),
        cell(row, "name"),
        cell(row, "email"),
        cell(row, "group"),
        cell(row, "language"));
  }

  private static Optional<String> cell(Map<String, String> row, String name) {
    return Optional.ofNullable(row.get(name)).map(Csv::meant).filter(text -> !text.isEmpty());
  }

  /** The field by the name of its column. */
  private static Refusal named(Refusal why) {
    var field = why.details().getOrDefault("field", "");
    return field.contains("].")
        ? Refusal.of(why.code(), "field", field.substring(field.indexOf("].") + 2))
        : why;
  }
}
