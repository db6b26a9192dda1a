package org.escale.shell.command;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.escale.federation.Centre;
import org.escale.refusal.Outcome;
import org.escale.service.Lookup;
import org.escale.word.Page;
import org.escale.word.Query;

/** Completes the ids of centres. */
@Service
public final class CentreNames implements Completer {
  @Reference Lookup lookup;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    var found = lookup.list(Console.OPERATOR, Centre.class, Query.all());
    if (found instanceof Outcome.Done<Page<Centre>> done) {
      var ids = done.value().items().stream().map(kept -> kept.word().id().value()).toList();
      return new StringsCompleter(ids).complete(session, line, candidates);
    }
    return -1;
  }
}
