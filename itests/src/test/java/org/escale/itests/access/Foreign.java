package org.escale.itests.access;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.itests.access.Sweep.Change;
import org.escale.itests.process.Accounts.Account;

/** Everybody does things to what is not theirs. */
record Foreign(Sweep sweep) {

  /** How often that was tried; adds what was not refused, or not like something unknown. */
  int tried(Documented what, Set<String> wrong) {
    int tried = 0;
    for (var caller : sweep.everybody()) {
      var foreign = sweep.foreign(what, caller);
      var ofNothing = new HashMap<Change, Seen>();
      for (var canary : caller.isEmpty() ? first(foreign) : foreign) {
        tried += 1;
        var strange = sweep.strange(what, canary);
        var known = ofNothing.computeIfAbsent(strange, s -> sweep.send(s, caller));
        wrong(what, caller, canary, known).ifPresent(wrong::add);
      }
    }
    return tried;
  }

  private Optional<String> wrong(
      Documented what, Optional<Account> caller, Canary canary, Seen strange) {
    var answer = sweep.send(sweep.change(what, canary), caller);
    boolean told = canary.hidden() && !answer.alike().equals(strange.alike());
    if (answer.refuses() && !told) {
      return Optional.empty();
    }
    return Optional.of(
        "%s %s %s is told %s, of nothing %s"
            .formatted(
                caller.map(Account::toString).orElse("nobody"),
                what.name(),
                canary,
                answer.alike(),
                strange.alike()));
  }

  private static List<Canary> first(List<Canary> foreign) {
    return foreign.subList(0, Math.min(1, foreign.size()));
  }

  /** What one owner of each canary is told about it now. */
  Map<String, String> told() {
    var told = new LinkedHashMap<String, String>();
    for (var canary : sweep.all()) {
      if (canary.reads().equals("ACCESS_LOG_READ")) {
        continue; // who looks around is noted there
      }
      sweep.callers().stream()
          .filter(c -> canary.readBy(c, sweep.matrix()))
          .findFirst()
          .ifPresent(o -> told.put(canary.path() + " " + o, read(o, canary)));
    }
    return told;
  }

  /** What is told otherwise than before. */
  Map<String, String> changed(Map<String, String> before) {
    var now = told();
    now.entrySet().removeAll(before.entrySet());
    return now;
  }

  private String read(Account owner, Canary canary) {
    return sweep.escale().http(owner).get(canary.address()).body();
  }
}
