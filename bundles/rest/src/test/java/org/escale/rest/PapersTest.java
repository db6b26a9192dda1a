package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.escale.billing.Dispute;
import org.escale.billing.Invoice;
import org.escale.billing.InvoiceId;
import org.escale.billing.Payout;
import org.escale.billing.PayoutId;
import org.escale.billing.SettlementId;
import org.escale.billing.UsageRecordId;
import org.escale.caller.AccountId;
import org.escale.caller.Role;
import org.escale.client.CompanyId;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.presence.Viewing;
import org.escale.presence.ViewingId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.rest.call.Json;
import org.escale.service.Metering;
import org.escale.service.Reception;
import org.escale.terms.DatedTerms;
import org.escale.terms.RuleRef;
import org.escale.terms.TermsId;
import org.escale.word.Reader;
import org.junit.After;
import org.junit.Test;

/** Tariffs, credit notes, settlements, disputes, and who saw whose presence. */
public final class PapersTest {
  private static final NetworkId ACME = new NetworkId("acme");
  private final House house = new House();
  private final String desk = "Bearer " + Town.desk(house.tokens);
  private final String boss = "Bearer " + Town.employer(house.tokens);
  private final String anne = "Bearer " + Town.anne(house.tokens);

  @After
  public void close() {
    house.close();
  }

  private JsonNode get(String as, String path) throws Exception {
    var answer = house.stand.send("GET", "/api/v1/" + path, "", "Authorization", as);
    assertEquals(answer.body(), 200, answer.statusCode());
    return Json.mapper().readTree(answer.body());
  }

  private void terms(int n, String contract, Duration from, String price) {
    house.ground.put(
        new DatedTerms(
            new TermsId("acme." + contract + "." + n),
            new RuleRef("acme/" + contract + "/1"),
            Town.NINE.plus(from),
            new TreeMap<>(java.util.Map.of("hour", price)),
            "office"));
  }

  @Test
  public void aTariffIsWhatHoldsNowAndWhatIsComing() throws Exception {
    terms(1, "billing", Duration.ofDays(-9), "3.00 EUR");
    terms(2, "billing", Duration.ZERO, "3.40 EUR");
    terms(3, "billing", Duration.ZERO, "3.50 EUR");
    terms(4, "billing", Duration.ofDays(30), "4.00 EUR");
    terms(1, "visit", Duration.ZERO, "none");
    var items = get(anne, "tariffs?networkId=acme").path("items");
    assertEquals(2, items.size());
    assertEquals("IN_FORCE", items.at("/0/state").asText());
    assertEquals("3.50 EUR", items.at("/0/values/hour").asText());
    assertEquals("COMING", items.at("/1/state").asText());
    assertEquals("2027-02-03T08:00:00Z", items.at("/1/validFrom").asText());
    assertEquals(0, get(anne, "tariffs?networkId=none").path("items").size());
  }

  private void invoice(String id, String total) {
    house.ground.put(
        new Invoice(
            new InvoiceId(id),
            "acme-2027-" + id,
            ACME,
            new CompanyId("c-acme"),
            Town.ANNE.company(),
            YearMonth.of(2027, 1),
            List.of(),
            Money.euro(total),
            Town.NINE));
  }

  @Test
  public void aPaperThatTakesBackMoreThanItChargesIsACreditNote() throws Exception {
    invoice("1", "14.00");
    invoice("2", "-3.00");
    var notes = get(boss, "credit-notes?period=2027-01").path("items");
    assertEquals(1, notes.size());
    assertEquals("acme-2027-2", notes.at("/0/number").asText());
    assertEquals("CREDIT_NOTE", notes.at("/0/kind").asText());
    assertEquals(2, get(boss, "invoices").path("items").size());
    assertEquals(1, get(boss, "invoices?kind=INVOICE").path("items").size());
  }

  private void payout(String id, CentreId centre, String amount) {
    house.ground.put(
        new Payout(
            new PayoutId(id),
            new SettlementId("s-1"),
            centre,
            ACME,
            YearMonth.of(2027, 1),
            new BigDecimal("2.5"),
            Money.euro(amount),
            List.of(),
            Town.NINE));
  }

  @Test
  public void e1_aSettlementIsTheSumOfThePayoutsThatOneSees() throws Exception {
    payout("p-1", Town.MILL, "9.12");
    payout("p-2", new CentreId("other"), "6.00");
    var standing =
        new org.escale.caller.Standing(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ACME));
    var network = "Bearer " + house.tokens.know("net", Role.NETWORK, standing);
    assertEquals("15.12", get(network, "settlements").at("/items/0/amount/amount").asText());
    assertEquals("9.12", get(desk, "settlements/s-1").at("/amount/amount").asText());
    var none = house.stand.send("GET", "/api/v1/settlements/s-2", "", "Authorization", network);
    assertEquals(404, none.statusCode());
  }

  @Test
  public void aRecordIsDisputedAndAnswered() throws Exception {
    var open =
        new Dispute(
            new UsageRecordId("u-1"),
            Reader.centre(Town.MILL),
            Reader.network(ACME),
            Set.of(Reader.centre(Town.MILL), Reader.network(ACME)),
            "two, not twelve",
            Town.NINE,
            Optional.empty());
    house.service(Metering.class).to("dispute", args -> Outcome.done(house.ground.put(open)));
    var path = "/api/v1/usage-records/u-1/dispute";
    var body = "{\"reason\":\"two, not twelve\"}";
    var made = house.stand.send("POST", path, body, "Authorization", desk);
    assertEquals(made.body(), 201, made.statusCode());
    assertEquals(422, house.stand.send("POST", path, "{}", "Authorization", desk).statusCode());
    assertEquals("OPEN", get(desk, "disputes?state=OPEN").at("/items/0/state").asText());
    assertEquals("mill", get(desk, "usage-records/u-1/dispute").at("/by/id").asText());
    var foreign = house.stand.send("GET", path, "", "Authorization", boss);
    assertEquals(404, foreign.statusCode());
  }

  @Test
  public void aCodeIsOnesOwnAndADeskShowsItAlone() throws Exception {
    house
        .service(Reception.class)
        .to("badge", args -> Outcome.done(new Reception.Badge("c0de", Town.NINE)))
        .to("checkIn", args -> Outcome.refused(RefusalCode.CODE_USED));
    assertEquals("c0de", get(anne, "members/m-anne/code").path("code").asText());
    var path = "/api/v1/visits";
    var shown = house.stand.send("POST", path, "{\"code\":\"c0de\"}", "Authorization", desk);
    assertEquals(shown.body(), 409, shown.statusCode());
    assertTrue(shown.body(), shown.body().contains("CODE_USED"));
    var both = "{\"code\":\"c0de\",\"bookingId\":\"b-1\"}";
    assertEquals(422, house.stand.send("POST", path, both, "Authorization", desk).statusCode());
  }

  @Test
  public void e7_whoSawOnesPresenceIsOnesOwnToRead() throws Exception {
    house.ground.put(
        new Viewing(
            new ViewingId("v"),
            Town.ANNE.person(),
            new AccountId("desk"),
            Set.of(Role.RECEPTION),
            Optional.of(Reader.centre(Town.MILL)),
            "Visit",
            LocalDate.of(2027, 1, 4),
            Town.NINE));
    var items = get(anne, "members/m-anne/access-log").path("items");
    assertEquals("desk", items.at("/0/reader").asText());
    assertEquals("CENTRE", items.at("/0/ofKind").asText());
    assertEquals("2027-01-04", items.at("/0/day").asText());
    var path = "/api/v1/members/m-anne/access-log";
    assertEquals(403, house.stand.send("GET", path, "", "Authorization", boss).statusCode());
    var other = path.replace("m-anne", "m-eve");
    assertEquals(404, house.stand.send("GET", other, "", "Authorization", anne).statusCode());
    assertTrue(get(anne, "tariffs").has("items"));
  }
}
