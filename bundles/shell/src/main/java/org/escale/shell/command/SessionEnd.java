package org.escale.shell.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.access.GatewayId;
import org.escale.access.Session.Reason;
import org.escale.access.SessionHandle;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.Gatehouse;

/** Ends a network session, and leaves its visit as it is. */
@Service
@Command(
    scope = "escale",
    name = "session-end",
    description = "Ends a network session for good; its visit goes on")
public final class SessionEnd implements Action {
  @Reference Session session;
  @Reference Gatehouse gatehouse;

  @Argument(name = "gateway", required = true, description = "as escale:gateway-list names it")
  String gateway;

  @Argument(
      index = 1,
      name = "handle",
      required = true,
      description = "of the session, as escale:session-list shows it")
  String handle;

  @Option(name = "--reason", description = "KEY_KNOWN, MISUSE, FAULT or OTHER")
  String reason = Reason.OTHER.name();

  @Override
  public Integer execute() {
    return Console.show(
        session.getConsole(),
        ended(),
        live -> {
          session.getConsole().println(live.handle() + " is " + live.state());
          return Console.WELL;
        });
  }

  private Outcome<Gatehouse.Live> ended() {
    try {
      return gatehouse.end(
          Console.OPERATOR,
          new GatewayId(gateway),
          new SessionHandle(handle),
          Reason.valueOf(reason));
    } catch (IllegalArgumentException unreadable) {
      return Outcome.refused(
          Refusal.of(RefusalCode.INVALID_FIELD, "field", "gateway, handle or --reason"));
    }
  }
}
