package org.escale.itests.access;

import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.escale.itests.process.Accounts.Account;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Http;

/** The sandbox at work: a clock that stands, and what each account does there. */
final class Town {
  private static final ZoneId BELGIUM = ZoneId.of("Europe/Brussels");
  private static final String API = "/api/v1/";

  private final EscaleProcess escale;
  private final List<Canary> canaries = new ArrayList<>();
  private Instant now;

  Town(EscaleProcess escale) {
    this.escale = escale;
    this.now = clock("{\"advance\":\"PT0S\",\"stand\":true}");
    morning();
  }

  /** The next Monday's. */
  void morning() {
    var monday = here().with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(LocalTime.of(9, 0));
    until(monday.toInstant());
  }

  /** The wall clock. */
  ZonedDateTime here() {
    return now.atZone(BELGIUM);
  }

  /** Lets the time go by. */
  void until(Instant later) {
    now = clock("{\"now\":\"%s\",\"stand\":true}".formatted(later));
  }

  private Instant clock(String body) {
    return Instant.parse(post(account("operator"), "sandbox/clock", body).path("now").asText());
  }

  /** That account. */
  Account account(String username) {
    return escale.accounts().named(username);
  }

  /** All accounts. */
  List<Account> all() {
    return escale.accounts().all();
  }

  /** As that account. */
  Http http(String username) {
    return escale.http(account(username));
  }

  /** What that account reads. */
  JsonNode get(Account who, String path) {
    return done(who, path, escale.http(who).get(at(path)));
  }

  /** What that account is answered. */
  JsonNode post(Account who, String path, String body) {
    return done(who, path, escale.http(who).post(at(path), body));
  }

  private static String at(String path) {
    return path.startsWith("/") ? path : API + path;
  }

  private static JsonNode done(Account who, String path, Http.Answer answer) {
    assertTrue(who + " at " + path + ": " + answer.body(), answer.status() < 300);
    return answer.json();
  }

  /** Keeps a canary. */
  void keep(Canary canary) {
    canaries.add(canary);
  }

  /** What was kept of that family is gone by now. */
  void forget(String family) {
    canaries.removeIf(canary -> canary.family().equals(family));
  }

  /** All that were kept. */
  List<Canary> canaries() {
    return List.copyOf(canaries);
  }
}
