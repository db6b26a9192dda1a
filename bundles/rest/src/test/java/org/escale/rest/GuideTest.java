package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.booking.BookingId;
import org.escale.federation.Centre;
import org.escale.federation.Position;
import org.escale.federation.Space;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.presence.Authorisation;
import org.escale.presence.Closing;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Json;
import org.escale.service.BillingOffice;
import org.escale.service.Reception;
import org.escale.service.Search;
import org.escale.terms.RuleRef;
import org.escale.word.TimeSlot;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The guide for integrators says what the door does. */
public final class GuideTest {
  private static final Path GUIDE = Path.of("../../docs/integrate/rest.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("```http\n(\\w+) (\\S+) → (\\d+)\n(.*?)```", Pattern.DOTALL);
  private final House house = new House();

  @Before
  public void fill() {
    var slot = new TimeSlot(Town.NINE, Town.NINE.plus(Duration.ofHours(4)));
    var open =
        new Visit(
            new VisitId("v-1"),
            Town.ANNE,
            Town.MILL,
            Town.DESK,
            new BookingId("b-1"),
            slot,
            Town.agreement(),
            slot.from(),
            Optional.empty(),
            Money.euro("0.00"),
            Optional.empty());
    var end = new Closing(slot.to(), Closing.By.CHECK_OUT, new RuleRef("acme/visit/1"), "end");
    house
        .service(Reception.class)
        .to(
            "authorise",
            a ->
                Outcome.done(new Authorisation(Optional.empty(), Optional.of(slot.to()), Map.of())))
        .to("checkIn", a -> Outcome.done(house.ground.put(open)))
        .to("checkOut", a -> Outcome.done(house.ground.put(open.closed(end))));
    house.service(Search.class).to("find", a -> Outcome.done(List.of(found())));
    house
        .service(BillingOffice.class)
        .to(
            "quote",
            a ->
                Outcome.done(
                    new BillingOffice.Quote(Town.agreement(), Money.euro("14.00"), "4 h at 3.50")));
    house.ground.put(record(slot, end));
  }

  @After
  public void close() {
    house.close();
  }

  private Search.Found found() {
    var caller = org.escale.caller.Caller.NOBODY;
    var space = house.ground.get(caller, Space.class, Town.DESK);
    var centre = house.ground.get(caller, Centre.class, Town.MILL);
    return new Search.Found(
        org.escale.rest.call.Call.done(space).word(),
        org.escale.rest.call.Call.done(centre).word(),
        new Position(50.4, 4.8),
        3,
        7.93512,
        Town.agreement(),
        Town.NINE,
        true);
  }

  private static UsageRecord record(TimeSlot slot, Closing end) {
    return new UsageRecord(
        new UsageRecordId("u-1"),
        UsageRecord.Kind.TIME,
        Optional.of(Town.MILL),
        Optional.of(Town.DESK),
        Optional.of(SpaceKind.DESK),
        Town.ANNE,
        Optional.of(new VisitId("v-1")),
        Town.agreement(),
        Town.DESK.value(),
        new BigDecimal("14400"),
        "second",
        slot,
        Optional.of(end),
        "visit:v-1",
        Optional.empty(),
        new UsageRecord.Chain("centre:mill", 1, "ab", "", 1, "cd"));
  }

  @Test
  public void everyExampleAnswersAsTheGuideSays() throws IOException {
    var anne = "Bearer " + Town.anne(house.tokens);
    var examples = EXAMPLE.matcher(Files.readString(GUIDE));
    int run = 0;
    while (examples.find()) {
      var parts = ("\n" + examples.group(4)).split("\n\n", 2);
      var headers = new ArrayList<>(List.of("Authorization", anne));
      for (var line : parts[0].isBlank() ? new String[0] : parts[0].strip().split("\n", -1)) {
        headers.addAll(List.of(line.split(": ", 2)));
      }
      var body = parts.length > 1 ? parts[1].strip() : "";
      var answer =
          house.stand.send(
              examples.group(1), examples.group(2), body, headers.toArray(String[]::new));
      assertEquals(
          examples.group(2) + ": " + answer.body(),
          Integer.parseInt(examples.group(3)),
          answer.statusCode());
      assertTrue(Json.mapper().readTree(answer.body()).isObject());
      run++;
    }
    assertTrue("all examples were found", run >= 9);
  }

  /** To write it anew after a change: {@code -Descale.refusals.write=true}. */
  @Test
  public void theTableHoldsEveryRefusalInThreeLanguages() throws IOException {
    var guide = Files.readString(GUIDE);
    int from = guide.indexOf(RefusalTable.BEGIN) + RefusalTable.BEGIN.length();
    int to = guide.indexOf(RefusalTable.END);
    if (Boolean.getBoolean("escale.refusals.write")) {
      guide = guide.substring(0, from) + RefusalTable.text() + guide.substring(to);
      Files.writeString(GUIDE, guide);
      to = guide.indexOf(RefusalTable.END);
    }
    assertEquals(guide.substring(from, to), RefusalTable.text());
  }
}
