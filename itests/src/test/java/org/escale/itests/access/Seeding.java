package org.escale.itests.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;

/** Chooses who takes part in the sweep, and lets them live a month. */
record Seeding(EscaleProcess escale) {
  private static final Set<String> TWO = Set.of("atlas");

  /** Everything seeded, and all that can be asked. */
  Sweep all() {
    var town = new Town(escale);
    var news = Subscription.head(town.http("operator"));
    var people = people();
    var stays = new Stays(town);
    var places = stays.places(people);
    var callers = new ArrayList<>(people);
    callers.addAll(desks(places));
    escale.accounts().all().stream()
        .filter(a -> !a.role().equals("member") && !a.role().equals("reception"))
        .forEach(callers::add);
    new Clients(town).seed(callers);
    pass(town);
    stays.live(people, places);
    new Bills(town).run(callers);
    new Bills(town).takeBack(callers);
    town.morning();
    stays.stay(people, places);
    new Doubts(town).raise();
    var visitor = people.get(0);
    var desk = town.account(places.get(visitor.username()) + "-desk");
    new Traces(town).leave(desk, visitor);
    new OwnCalendar(town, desk).collide(visitor);
    var orders = Orders.read(town.here().toInstant(), news);
    return new Sweep(escale, Matrix.read(), orders, callers, town.canaries());
  }

  /** One person of each company, and two of one, so that there are colleagues. */
  private List<Account> people() {
    Map<String, Integer> chosen = new HashMap<>();
    return escale.accounts().all().stream()
        .filter(a -> a.role().equals("member"))
        .filter(a -> chosen.merge(a.field("companyId"), 1, Integer::sum) <= most(a))
        .toList();
  }

  private static int most(Account person) {
    return TWO.contains(person.field("companyId")) ? 2 : 1;
  }

  /** Those where they come, and one where nobody comes. */
  private List<Account> desks(Map<String, String> places) {
    return escale.accounts().all().stream()
        .filter(a -> a.role().equals("reception"))
        .filter(
            a ->
                places.containsValue(a.field("centreId")) || a.field("centreId").equals("aurelium"))
        .toList();
  }

  private void pass(Town town) {
    var holder = town.account("gilles");
    var product = "Canary Pass";
    var sold =
        town.post(
            town.account("studio-lumen-hr"),
            "passes",
            ("{\"networkId\":\"cowallonia\",\"memberId\":\"gilles\",\"product\":\"%s\",\"centreIds\":"
                    + "[\"cowo-namur\"],\"from\":\"%s\",\"to\":\"%s\"}")
                .formatted(
                    product,
                    town.here().plusYears(2).toInstant(),
                    town.here().plusYears(3).toInstant()));
    town.keep(
        Canary.of(
                product,
                "passes?limit=1000",
                "PASS_READ",
                Set.of(
                    "memberId=gilles",
                    "companyId=" + holder.field("companyId"),
                    "networkId=cowallonia"))
            .called("passes", sold.path("id").asText()));
  }
}
