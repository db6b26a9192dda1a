package org.escale.itests.oracle;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escale.itests.oracle.World.Question;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * Ten thousand questions to {@code /availability}, each judged by brute force over what REST shows.
 * Every filter is shown to matter: with it forgotten the oracle and the platform disagree.
 */
public class OracleIT {
  private static final int CASES = 10_000;
  private static final int LOOKED_AT = 30;
  private static final int DAYS = 5;
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final Set<Filter> PERSONAL =
      EnumSet.of(Filter.NOT_EMPLOYED, Filter.COMPANY_CEASED, Filter.PAYMENT_OVERDUE);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final Map<Filter, Integer> refusals = new EnumMap<>(Filter.class);
  private final Set<Filter> missed = EnumSet.noneOf(Filter.class);

  @Test
  public void r26_whatIsOfferedIsWhatMayBeBookedNearestFirst() {
    try (var escale = EscaleProcess.start(folder.getRoot().toPath().resolve("data")).awaitReady()) {
      var monday =
          LocalDate.now(BRUSSELS)
              .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
              .atStartOfDay(BRUSSELS)
              .toInstant();
      new Seed(escale).plant(monday, DAYS);
      var world = new Dump(escale).read();
      var questions = new Questions(world, monday, DAYS);
      var employers =
          escale.accounts().all().stream()
              .filter(a -> a.role().equalsIgnoreCase("employer"))
              .toList();
      for (int n = 0; n < CASES; n++) {
        check(escale, world, employers, questions.next(target(n)));
      }
    }
    for (var filter : Filter.values()) {
      int seen = refusals.getOrDefault(filter, 0);
      assertTrue(
          filter + " in " + seen + " of " + CASES + ": " + refusals, seen >= CASES * 3 / 100);
    }
    assertEquals("forgetting any filter is noticed", EnumSet.allOf(Filter.class), missed);
  }

  private void check(
      EscaleProcess escale, World world, List<Account> employers, Questions.Case asked) {
    var q = asked.question();
    var firm = world.people().get(q.person()).firm();
    var employer =
        employers.stream().filter(a -> a.field("companyId").equals(firm)).findFirst().orElseThrow();
    var judge = Judge.of(world);
    var refusal = judge.refusal(q, asked.probe());
    refusal.ifPresent(filter -> refusals.merge(filter, 1, Integer::sum));
    var answer = escale.http(employer).get(path(q));
    var personal = refusal.filter(PERSONAL::contains);
    if (personal.isPresent()) {
      assertEquals(q + answer.body(), personal.get().name(), answer.json().path("code").asText());
      missed.add(personal.get());
      return;
    }
    assertEquals(answer.body(), 200, answer.status());
    var offered = ids(answer.json());
    assertEquals(q.toString(), first(judge.offered(q)), offered);
    refusal
        .filter(filter -> !missed.contains(filter))
        .filter(filter -> !first(judge.without(filter).offered(q)).equals(offered))
        .ifPresent(missed::add);
  }

  /** Each kind of refusal in its turn, then none. */
  private static Optional<Filter> target(int n) {
    var kinds = Filter.values();
    int turn = n % (kinds.length + 1);
    return turn == kinds.length ? Optional.empty() : Optional.of(kinds[turn]);
  }

  private static List<String> first(List<String> all) {
    return all.subList(0, Math.min(LOOKED_AT, all.size()));
  }

  private static List<String> ids(JsonNode answer) {
    var ids = new ArrayList<String>();
    answer.path("items").forEach(item -> ids.add(item.path("spaceId").asText()));
    return ids;
  }

  private static String path(Question q) {
    return "/api/v1/availability?lat=%s&lon=%s&from=%s&to=%s&memberId=%s&people=%d&label=%d&limit=%d%s%s"
        .formatted(
            q.latitude(),
            q.longitude(),
            q.when().from(),
            q.when().to(),
            q.person(),
            q.people(),
            q.stars(),
            LOOKED_AT,
            q.kind().map(kind -> "&kind=" + kind).orElse(""),
            q.features().isEmpty() ? "" : "&features=" + String.join(",", q.features()));
  }
}
