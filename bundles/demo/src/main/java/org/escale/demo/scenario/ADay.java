package org.escale.demo.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.osgi.service.component.annotations.Component;

/** A nomad's day in two cities, a pass holder's in a third, and the bills at the month's end. */
@Component(service = Scenario.class)
public final class ADay implements Scenario {
  @Override
  public String name() {
    return "a-day";
  }

  @Override
  public void play(Stage stage) {
    var day = Day.nextMonday(stage);
    stage.story().tell("It is Monday %s, ten to eight in the morning.".formatted(day.date()));
    day.clock("07:50");
    var visit = morning(stage, day);
    var pass = passHolder(stage, day);
    leave(stage, day, visit);
    forget(stage, day);
    evening(stage, day, pass);
    bills(stage, day);
    payouts(stage, day);
    day.over();
  }

  private static String morning(Stage stage, Day day) {
    var story = stage.story();
    story.tell("Anna of Atlas Ingénierie has a meeting in Louvain-la-Neuve and needs a desk.");
    var wish =
        "availability?lat=50.6683&lon=4.6144&kind=DESK&people=1&limit=1&from=%s&to=%s"
            .formatted(day.at("08:00"), day.at("12:00"));
    var desk = stage.get("anna", wish).path("items").path(0);
    story.figure("the nearest free desk stands in", "cei", desk.path("centreId").asText());
    story.figure("an hour costs", "4.50", desk.path("price").path("amount").asText());
    var booking =
        stage.post(
            "anna",
            "bookings",
            "spaceId",
            desk.path("spaceId").asText(),
            "from",
            day.at("08:00").toString(),
            "to",
            day.at("12:00").toString());
    story.figure("one tap later the booking is", "CONFIRMED", booking.path("state").asText());
    day.clock("08:00");
    var visit = stage.post("anna", "visits", "bookingId", booking.path("id").asText());
    story.tell("At eight she walks in, and her laptop joins with a key that is hers alone.");
    story.figure("her laptop is online", "true", online(stage, "anna", visit));
    stage.post(
        "cei-desk",
        "meter-readings",
        "visitId",
        visit.path("id").asText(),
        "extraId",
        "cei-photocopy",
        "quantity",
        12,
        "producer",
        "copier-1:" + day.date());
    story.tell("She copies twelve pages; they go on her employer's account, not on her pocket.");
    return visit.path("id").asText();
  }

  private static String passHolder(Stage stage, Day day) {
    day.clock("09:00");
    stage.story().tell("At nine Gilles opens the door of Co-nnexion in Mons with his pass.");
    var visit = stage.post("gilles", "visits", "centreId", "cowo-mons");
    online(stage, "gilles", visit);
    return visit.path("id").asText();
  }

  private static void leave(Stage stage, Day day, String visit) {
    day.clock("10:30");
    var closed = stage.post("anna", "visits/" + visit + "/checkout");
    stage.story().tell("At half past ten Anna checks out, two and a half hours after she came.");
    stage.story().figure("what ended it", "CHECK_OUT", closed.path("endedBy").asText());
  }

  private static void forget(Stage stage, Day day) {
    var story = stage.story();
    day.clock("13:00");
    story.tell("At one she walks into Coworking Namur, where she has never been.");
    var visit = stage.post("anna", "visits", "centreId", "cowo-namur");
    online(stage, "anna", visit);
    day.clock("15:00");
    device(stage, "anna", visit, "vanish");
    story.tell("At three she closes her laptop, runs for a train and forgets to check out.");
    day.clock("16:30");
    var closed = stage.get("anna", "visits/" + visit.path("id").asText());
    story.figure("what ended it", "IDLE", closed.path("endedBy").asText());
    story.figure("billed until", day.at("15:00").toString(), closed.path("endedAt").asText());
    story.figure("by the rule", "mobispot/visit/1", closed.path("rule").asText());
    story.tell("She is told: " + closed.path("text").asText());
  }

  private static void evening(Stage stage, Day day, String pass) {
    day.clock("17:00");
    stage.post("gilles", "visits/" + pass + "/checkout");
    stage.story().tell("At five Gilles goes home after eight hours.");
  }

  private static void bills(Stage stage, Day day) {
    var story = stage.story();
    day.monthsEnd();
    story.tell("The month is over, and the federation runs its bills.");
    var period = day.month().toString();
    stage.post("operator", "billing-runs", "period", period, "dryRun", false);
    var atlas = stage.get("atlas-hr", "invoices?period=" + period).path("items");
    story.figure("invoices for Atlas", "1", "" + atlas.size());
    story.figure("two and a half hours in Louvain", "11.25", line(atlas.path(0), "2.5"));
    story.figure("two hours in Namur", "8.00", line(atlas.path(0), "2"));
    story.figure("twelve photocopies", "1.80", line(atlas.path(0), "12"));
    story.figure("in all", "21.05", amount(atlas.path(0).path("total")));
    var lumen = stage.get("studio-lumen-hr", "invoices?period=" + period).path("items");
    story.figure("two passes for Studio Lumen", "500.00", amount(lumen.path(0).path("total")));
    var again = stage.post("operator", "billing-runs", "period", period, "dryRun", false);
    story.figure("a second run adds invoices", "0", "" + again.path("invoices").size());
    var why = "invoices/%s/lines/1/why".formatted(atlas.path(0).path("id").asText());
    var because = stage.get("atlas-hr", why).path("items").path(0).path("because");
    story.figure("the first line rests on", "mobispot/billing/1", because.path("rule").asText());
  }

  private static void payouts(Stage stage, Day day) {
    var story = stage.story();
    story.tell("Each centre is paid for its hours, pass or not.");
    story.figure("CEI earns", "9.12", payout(stage, "cei-desk", day));
    story.figure("Coworking Namur earns", "6.00", payout(stage, "cowo-namur-desk", day));
    story.figure("Co-nnexion in Mons earns", "16.00", payout(stage, "cowo-mons-desk", day));
    var sums = stage.get("operator", "ledger").path("sums");
    story.figure("the ledger sums to", "0.00", amount(sums.path("EUR")));
  }

  private static String payout(Stage stage, String desk, Day day) {
    var items = stage.get(desk, "payouts?period=" + day.month()).path("items");
    return amount(items.path(0).path("amount"));
  }

  private static String line(JsonNode invoice, String quantity) {
    return StreamSupport.stream(invoice.path("lines").spliterator(), false)
        .filter(
            l ->
                l.path("quantity").decimalValue().compareTo(new java.math.BigDecimal(quantity))
                    == 0)
        .map(l -> amount(l.path("amount")))
        .findFirst()
        .orElse("no such line");
  }

  private static String amount(JsonNode money) {
    return money.path("amount").asText();
  }

  private static String online(Stage stage, String who, JsonNode visit) {
    return device(stage, who, visit, "associate");
  }

  private static String device(Stage stage, String who, JsonNode visit, String move) {
    var session = stage.get(who, "visits/" + visit.path("id").asText() + "/session");
    var online =
        stage.device(
            who,
            "gatewayId",
            "gw-" + visit.path("centreId").asText(),
            "person",
            visit.path("guest").path("person").asText(),
            "key",
            session.path("key").asText(),
            "move",
            move);
    return Boolean.toString(online);
  }
}
