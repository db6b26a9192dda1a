package org.escale.shell.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.escale.service.Operations;

/** Lets a plug-in run again that was in quarantine. */
@Service
@Command(
    scope = "escale",
    name = "plugin-release",
    description = "Lets a plug-in run again that ran when memory was exhausted")
public final class PlugInRelease implements Action {
  @Reference Session session;
  @Reference Operations operations;

  @Argument(
      name = "name",
      required = true,
      description = "as escale:plugin-list names it, in quotes")
  String name;

  @Override
  public Integer execute() {
    return Console.show(
        session.getConsole(),
        operations.release(Console.OPERATOR, name),
        released -> {
          session.getConsole().println("released " + released);
          return Console.WELL;
        });
  }
}
