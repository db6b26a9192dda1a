package org.escale.shell.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.adapter.AdapterId;
import org.escale.caller.AccountId;
import org.escale.federation.SpaceId;
import org.escale.refusal.Outcome;
import org.escale.service.Adapters;
import org.escale.service.Adapters.Queued;
import org.escale.service.Audit;

/** Lists what a centre's system has not been told; tries or forgets one. */
@Service
@Command(
    scope = "escale",
    name = "adapter-queue",
    description = "Lists what a centre's system has not been told; tries or forgets a message")
public final class AdapterQueue implements Action {
  @Reference Session session;
  @Reference Adapters adapters;
  @Reference Audit audit;

  @Argument(name = "adapter", description = "id of the adapter", required = true)
  String adapter;

  @Option(name = "--replay", description = "id of a message to try again at once")
  String replay;

  @Option(name = "--drop", description = "id of a message to forget")
  String drop;

  @Option(name = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer execute() {
    return Console.show(
        session.getConsole(),
        queued(new AdapterId(adapter)),
        all -> {
          var rows = all.stream().map(AdapterQueue::row).toList();
          var heading =
              List.of("message", "booking", "space", "what", "since", "due", "attempts", "why");
          return Console.print(session.getConsole(), json, Console.table(heading, rows));
        });
  }

  private Outcome<List<Queued>> queued(AdapterId id) {
    if (replay != null) {
      return noted("adapter-queue --replay", adapters.replay(Console.OPERATOR, id, replay));
    }
    return drop == null
        ? adapters.queue(Console.OPERATOR, id)
        : noted("adapter-queue --drop", adapters.drop(Console.OPERATOR, id, drop));
  }

  private Outcome<List<Queued>> noted(String operation, Outcome<Queued> outcome) {
    var who = Optional.<AccountId>of(Console.OPERATOR.who());
    if (outcome instanceof Outcome.Refused<Queued> refused) {
      audit.refused(new Audit.Line(who, operation, refused.refusal().code().name(), "console"));
    } else {
      audit.done(new Audit.Line(who, operation, "DONE", "console"));
    }
    return outcome.map(List::of);
  }

  private static String asked(Adapters.Asked asked) {
    return (asked.it() ? "asked since " : "behind what is asked since ") + asked.since();
  }

  private static String due(Queued q) {
    return q.due().map(Instant::toString).orElse("set aside");
  }

  private static List<String> row(Queued q) {
    return List.of(
        q.id(),
        q.booking().value(),
        q.space().map(SpaceId::value).orElse(""),
        q.what(),
        q.since().toString(),
        q.asked().map(AdapterQueue::asked).orElse(due(q)),
        "" + q.attempts(),
        q.why());
  }
}
