package org.escale.shell.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.adapter.AdapterId;
import org.escale.service.Adapters;

/** Has a centre's system read now. */
@Service
@Command(
    scope = "escale",
    name = "adapter-poll",
    description = "Has a centre's system read now, at most once a second")
public final class AdapterPoll implements Action {
  @Reference Session session;
  @Reference Adapters adapters;

  @Argument(name = "adapter", description = "id of the adapter", required = true)
  String adapter;

  @Override
  public Integer execute() {
    return Console.show(
        session.getConsole(),
        adapters.poll(Console.OPERATOR, new AdapterId(adapter)),
        id -> {
          session.getConsole().println(id + " is read within a second");
          return Console.WELL;
        });
  }
}
