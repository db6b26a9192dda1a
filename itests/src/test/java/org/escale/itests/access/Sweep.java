package org.escale.itests.access;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;

/** Sends the operations of the document as everybody, about everything and about nothing. */
record Sweep(
    EscaleProcess escale, Matrix matrix, Orders orders, List<Account> callers, List<Canary> all) {
  static final String UNKNOWN = "canary-nobody-made-this";

  /**
   * One request.
   *
   * @param caller empty where nobody is signed in
   * @param about what it names; empty where it names nothing that is there
   */
  record Asked(Documented what, Optional<Account> caller, Optional<Canary> about, String path) {
    @Override
    public String toString() {
      return caller.map(Account::toString).orElse("nobody") + " " + what.method() + " " + path;
    }
  }

  /** Everybody, and nobody. */
  List<Optional<Account>> everybody() {
    var everybody = new ArrayList<Optional<Account>>();
    everybody.add(Optional.empty());
    callers.forEach(caller -> everybody.add(Optional.of(caller)));
    return everybody;
  }

  /** What is kept from that caller. */
  List<Canary> keptFrom(Optional<Account> caller) {
    return all.stream()
        .filter(Canary::hidden)
        .filter(c -> caller.isEmpty() || !c.readBy(caller.get(), matrix))
        .toList();
  }

  /** The canaries that an operation can be about and that are no business of that caller. */
  List<Canary> foreign(Documented what, Optional<Account> caller) {
    return foreign(orders.family(what), caller);
  }

  /** The canaries of that family that are no business of that caller. */
  List<Canary> foreign(String family, Optional<Account> caller) {
    return all.stream()
        .filter(c -> !family.isEmpty() && c.family().equals(family))
        .filter(c -> isForeign(c, caller))
        .toList();
  }

  /** Whether it is no business of that caller. */
  boolean isForeign(Canary canary, Optional<Account> caller) {
    return caller.isEmpty() || canary.foreignTo(caller.get(), matrix);
  }

  /** Every reading of that operation that caller can think of, each path once. */
  List<Asked> readings(Documented what, Optional<Account> caller) {
    var paths = new LinkedHashMap<String, Asked>();
    if (!what.named()) {
      var query = orders.queries().getOrDefault(what.path(), "");
      var path = what.path() + "?limit=1000&centre=cei" + query;
      return List.of(new Asked(what, caller, Optional.empty(), path));
    }
    for (var canary : all) {
      if (canary.family().equals(what.family())) {
        what.about(canary.ids())
            .ifPresent(p -> paths.putIfAbsent(p, new Asked(what, caller, Optional.of(canary), p)));
      }
    }
    own(what, caller)
        .ifPresent(p -> paths.putIfAbsent(p, new Asked(what, caller, Optional.empty(), p)));
    return List.copyOf(paths.values());
  }

  /** About the caller's own person: what is told to nobody else has to be told to somebody. */
  private static Optional<String> own(Documented what, Optional<Account> caller) {
    return caller
        .map(account -> account.field("memberId"))
        .filter(id -> !id.isEmpty() && what.family().equals("members"))
        .flatMap(id -> what.about(Map.of("members", id)));
  }

  /** The same of what nobody made. */
  Asked strange(Documented what, Optional<Account> caller) {
    var path = what.about(orders.strange(what, UNKNOWN)).orElseThrow();
    return new Asked(what, caller, Optional.empty(), path);
  }

  /** Whether it names what is kept from its caller. */
  boolean secret(Asked asked) {
    return asked
        .about()
        .filter(Canary::hidden)
        .filter(c -> isForeign(c, asked.caller()))
        .isPresent();
  }

  /** Reads. */
  Seen read(Asked asked, String type) {
    var http = http(asked.caller());
    return Seen.of(
        http, http.to(asked.what().door() + asked.path()).setHeader("Accept", type).GET());
  }

  /** A change as it is sent. */
  record Change(String method, String path, String body) {}

  /** Of a thing of somebody else. */
  Change change(Documented what, Canary foreign) {
    return change(what, foreign.ids());
  }

  /** Of what nobody made; what foreign things lie in is named as it is. */
  Change strange(Documented what, Canary foreign) {
    var ids = new HashMap<>(orders.strange(what, UNKNOWN));
    foreign.ids().forEach(ids::putIfAbsent);
    ids.put(foreign.family(), UNKNOWN);
    return change(what, ids);
  }

  private Change change(Documented what, Map<String, String> ids) {
    var all = new HashMap<>(ids);
    all.putIfAbsent("centres", "cei");
    var body = orders.about(what, all).orElseThrow(() -> new AssertionError(what + " " + all));
    var path = what.about(all).orElseThrow(() -> new AssertionError(what + " " + all));
    return new Change(what.method(), what.door() + path, body);
  }

  /** Does it. */
  Seen send(Change change, Optional<Account> caller) {
    var http = http(caller);
    return Seen.of(
        http,
        http.to(change.path())
            .header("Content-Type", "application/json")
            .header("If-Match", "\"1\"")
            .method(change.method(), BodyPublishers.ofString(change.body())));
  }

  /** As that caller. */
  Http http(Optional<Account> caller) {
    return caller.map(escale::http).orElseGet(escale::http);
  }
}
