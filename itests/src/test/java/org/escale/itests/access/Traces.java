package org.escale.itests.access;

import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.escale.itests.process.Accounts.Account;

/** Somebody saw that a person was there, and the person is told who (law E7). */
record Traces(Town town) {
  private static final String SEEN = "\"firstAt\":\"%s\",\"reader\":\"%s\"";

  /** That desk looks at the visits of its centre, and this person is one of them. */
  void leave(Account desk, Account person) {
    town.get(desk, "visits?limit=1000");
    var path = "members/" + person.field("memberId") + "/access-log?limit=1000";
    var seen = SEEN.formatted(town.here().toInstant(), desk.username());
    Awaitility.await("who saw it")
        .atMost(Duration.ofSeconds(30))
        .until(() -> town.http(person.username()).get("/api/v1/" + path).body().contains(seen));
    var owner = Set.of("memberId=" + person.field("memberId"));
    town.keep(Canary.of(seen, path, "ACCESS_LOG_READ", owner));
  }
}
