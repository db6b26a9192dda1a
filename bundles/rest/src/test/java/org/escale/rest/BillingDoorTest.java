package org.escale.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.escale.billing.Invoice;
import org.escale.billing.InvoiceId;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.client.CompanyId;
import org.escale.federation.NetworkId;
import org.escale.money.Money;
import org.escale.refusal.Outcome;
import org.escale.service.BillingOffice;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Invoices as data and as documents, runs and the ledger. */
public final class BillingDoorTest {
  private final House house = new House();
  private String boss;

  @Before
  public void issue() {
    boss = "Bearer " + Town.employer(house.tokens);
    var line =
        new Invoice.Line(
            1, "Desk", "", new BigDecimal("4.00"), "hour", Money.euro("14.00"), List.of());
    house.ground.put(
        new Invoice(
            new InvoiceId("i-1"),
            "acme-2027-0001",
            new NetworkId("acme"),
            new CompanyId("c-acme"),
            Town.ANNE.company(),
            YearMonth.of(2027, 1),
            List.of(line),
            Money.euro("14.00"),
            Town.NINE));
    house
        .service(BillingOffice.class)
        .to(
            "document",
            a -> Outcome.done("%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
        .to("why", a -> Outcome.done(List.of()))
        .to("ledger", a -> Outcome.done(Map.of("EUR", Money.ZERO)));
  }

  @After
  public void close() {
    house.close();
  }

  private HttpResponse<String> get(String path, String accept) {
    return house.stand.send("GET", path, "", "Authorization", boss, "Accept", accept);
  }

  @Test
  public void anInvoiceIsDataUnlessADocumentIsAskedFor() {
    for (var accept : new String[] {"*/*", "application/json", "text/html,*/*;q=0.8"}) {
      var data = get("/api/v1/invoices/i-1", accept);
      assertEquals(data.body(), 200, data.statusCode());
      assertEquals("application/json", data.headers().firstValue("Content-Type").orElse(""));
      assertTrue(data.body(), data.body().contains("\"amount\":\"14.00\""));
    }
    var document = get("/api/v1/invoices/i-1", "application/pdf");
    assertEquals(200, document.statusCode());
    assertEquals("application/pdf", document.headers().firstValue("Content-Type").orElse(""));
    assertTrue(document.body().startsWith("%PDF"));
  }

  @Test
  public void linesAreExplainedByTheirNumber() {
    assertEquals(200, get("/api/v1/invoices/i-1/lines/1/why", "*/*").statusCode());
    assertEquals(404, get("/api/v1/invoices/i-1/lines/0/why", "*/*").statusCode());
    assertEquals(404, get("/api/v1/invoices/i-1/lines/x/why", "*/*").statusCode());
  }

  @Test
  public void e1_anotherCompanySeesNoInvoice() {
    var other = "Bearer " + house.tokens.know("rival", Role.EMPLOYER, Standing.NONE);
    var list = house.stand.send("GET", "/api/v1/invoices", "", "Authorization", other);
    assertEquals(200, list.statusCode());
    assertFalse(list.body().contains("acme-2027-0001"));
    var one = house.stand.send("GET", "/api/v1/invoices/i-1", "", "Authorization", other);
    var none = house.stand.send("GET", "/api/v1/invoices/i-9", "", "Authorization", other);
    assertEquals(404, one.statusCode());
    assertEquals(without(one.body()), without(none.body()));
  }

  private static String without(String problem) {
    return problem.replaceAll("\"traceId\":\"[^\"]*\"", "");
  }

  @Test
  public void runsAreOfWholeMonths() {
    var network = "Bearer " + house.tokens.know("net", Role.NETWORK, Standing.NONE);
    for (var body : new String[] {"{}", "{\"period\":\"2027\"}", "{\"period\":\"2027-13\"}"}) {
      var answer = house.stand.send("POST", "/api/v1/billing-runs", body, "Authorization", network);
      assertEquals(answer.body(), 422, answer.statusCode());
    }
    var ledger = house.stand.send("GET", "/api/v1/ledger", "", "Authorization", network);
    assertTrue(ledger.body(), ledger.body().contains("{\"amount\":\"0.00\",\"currency\":\"EUR\"}"));
  }
}
