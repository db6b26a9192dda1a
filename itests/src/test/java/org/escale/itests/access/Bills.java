package org.escale.itests.access;

import static org.junit.Assert.assertFalse;

import java.time.Duration;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.escale.itests.process.Accounts.Account;

/** The month ends, and everybody gets bills and money. */
record Bills(Town town) {
  /** Runs the month, and keeps what it made for these accounts. */
  void run(List<Account> accounts) {
    var body = monthEnds();
    job(town.account("operator"), body);
    for (var account : accounts) {
      switch (account.role()) {
        case "employer" -> invoices(account);
        case "reception" -> payouts(account);
        case "network" -> {
          job(account, body);
          movements(account);
        }
        default -> {
          // gets no money
        }
      }
    }
  }

  private String monthEnds() {
    var month = YearMonth.from(town.here());
    var after = month.plusMonths(1).atDay(2).atTime(LocalTime.NOON);
    town.until(after.atZone(town.here().getZone()).toInstant());
    return "{\"period\":\"%s\"}".formatted(month);
  }

  /** What was charged for the first stay is taken back in the month after. */
  void takeBack(List<Account> accounts) {
    var first =
        town.canaries().stream()
            .filter(canary -> canary.family().equals("usage-records"))
            .findFirst()
            .orElseThrow();
    var desk = town.account(first.owner("centreId") + "-desk");
    town.post(desk, "usage-records/" + first.ids().get("usage-records") + "/correct", "{}");
    town.forget("jobs"); // they are kept for some days only
    var body = monthEnds();
    job(town.account("operator"), body);
    accounts.stream().filter(a -> a.role().equals("network")).forEach(a -> job(a, body));
    var company = first.owner("companyId");
    accounts.stream()
        .filter(a -> a.role().equals("employer") && a.field("companyId").equals(company))
        .forEach(this::creditNote);
  }

  private void creditNote(Account employer) {
    var note = town.get(employer, "credit-notes").path("items").path(0);
    var owners =
        Set.of(
            "companyId=" + note.path("companyId").asText(),
            "networkId=" + note.path("sellerNetworkId").asText());
    var id = note.path("id").asText();
    assertFalse("a credit note for " + employer, id.isEmpty());
    town.keep(
        Canary.of(id, "credit-notes?limit=1000", "INVOICE_READ", owners).called("invoices", id));
  }

  /** Whoever started it, and nobody else, may follow it. */
  private void job(Account seller, String body) {
    var id = town.post(seller, "billing-runs", body).path("id").asText();
    Awaitility.await("the month is billed")
        .atMost(Duration.ofMinutes(1))
        .until(() -> town.get(seller, "jobs/" + id).has("endedAt"));
    var owner = Set.of("username=" + seller.username());
    town.keep(Canary.of(id, "jobs?limit=1000", "JOB_READ", owner).called("jobs", id));
  }

  private void invoices(Account employer) {
    var company = employer.field("companyId");
    for (var invoice : town.get(employer, "invoices?limit=1000").path("items")) {
      var id = invoice.path("id").asText();
      var seller = "networkId=" + invoice.path("sellerNetworkId").asText();
      var owners = Set.of("companyId=" + company, seller);
      if (invoice.path("companyId").asText().equals(company)) {
        var number = invoice.path("number").asText();
        var path = "invoices/" + id;
        town.keep(Canary.of(number, path, "INVOICE_READ", owners).called("invoices", id));
        town.keep(
            Canary.of(id, path, "INVOICE_READ", owners)
                .called("invoices", id)
                .called("lines", "1"));
      }
    }
  }

  private void payouts(Account desk) {
    var centre = desk.field("centreId");
    for (var payout : town.get(desk, "payouts?limit=1000").path("items")) {
      if (payout.path("centreId").asText().equals(centre)) {
        var id = payout.path("id").asText();
        var payer = "networkId=" + payout.path("payerNetworkId").asText();
        town.keep(
            Canary.of(id, "payouts?limit=1000", "PAYOUT_READ", Set.of("centreId=" + centre, payer))
                .called("payouts", id));
        var whole = payout.path("settlementId").asText();
        town.keep(
            Canary.of("", "settlements/" + whole, "PAYOUT_READ", Set.of(payer))
                .called("settlements", whole));
      }
    }
  }

  /** What moved between its own accounts only: nobody else is a party to that. */
  private void movements(Account network) {
    var own = network.field("networkId");
    for (var moved : town.get(network, "ledger?limit=1000").path("items")) {
      var parties = new TreeSet<String>();
      moved.path("entries").forEach(entry -> parties.add(entry.path("account").asText()));
      if (parties.contains("revenue:" + own)) {
        var id = moved.path("id").asText();
        var owner = Set.of("networkId=" + own);
        town.keep(Canary.of(id, "ledger?limit=1000", "LEDGER_READ", owner));
      }
    }
  }
}
