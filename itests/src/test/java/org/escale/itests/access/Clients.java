package org.escale.itests.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escale.itests.process.Accounts.Account;

/** Seeds each company, network and centre with what stays there without anybody coming. */
record Clients(Town town) {
  private static final String CREDIT =
      "{\"id\":\"%s\",\"floor\":{\"amount\":\"%s\",\"currency\":\"EUR\"}}";
  private static final String MONEY = "{\"amount\":{\"amount\":\"500.00\",\"currency\":\"EUR\"}}";

  /** With the help of these accounts. */
  void seed(List<Account> accounts) {
    for (var account : accounts) {
      token(account);
      switch (account.role()) {
        case "employer" -> employ(account);
        case "network" -> sell(account);
        case "reception" -> open(account);
        default -> {
          // owns nothing that it could seed here
        }
      }
    }
  }

  private void token(Account account) {
    var id = town.get(account, "tokens").path("items").path(0).path("id").asText();
    var owner = Set.of("username=" + account.username());
    town.keep(Canary.of(id, "tokens", "TOKEN_WRITE", owner).called("tokens", id));
  }

  private void employ(Account employer) {
    var company = employer.field("companyId");
    var owner = Set.of("companyId=" + company);
    var person = "canary-member-of-" + company;
    var name = "Canary Person Of " + company;
    var people = "companies/" + company + "/members";
    town.post(
        employer,
        people,
        "{\"members\":[{\"id\":\"%s\",\"name\":\"%s\",\"email\":\"%s@canary.example\"}]}"
            .formatted(person, name, person));
    var member =
        Canary.of(name, people + "?limit=1000", "CLIENT_READ", owner).called("members", person);
    town.keep(member);
    town.keep(
        Canary.of(person + "@canary.example", "members/" + person, "CLIENT_READ", owner)
            .called("persons", person)
            .concerning("desk"));
    company(employer);
    brought(employer, "Users", "userName", "Canary Brought To " + company);
    brought(employer, "Groups", "displayName", "Canary Group Of " + company);
    var allowed = "canary-entitlement-of-" + company;
    var rights = "companies/" + company + "/entitlements";
    town.post(employer, rights, "{\"id\":\"%s\",\"memberId\":\"%s\"}".formatted(allowed, person));
    town.keep(
        Canary.of(allowed, rights, "CLIENT_READ", owner)
            .called("companies", company)
            .called("entitlements", allowed));
  }

  /** As the company's own identity system brings it. */
  private void brought(Account employer, String family, String field, String text) {
    var path = "/scim/v2/" + family;
    var id =
        town.post(employer, path, "{\"%s\":\"%s\"}".formatted(field, text)).path("id").asText();
    var owner = Set.of("companyId=" + employer.field("companyId"));
    town.keep(Canary.of(text, path + "/" + id, "CLIENT_WRITE", owner).called(family, id));
  }

  private void company(Account employer) {
    var path = "companies/" + employer.field("companyId");
    var says = town.get(employer, path);
    var seller = says.path("contractNetworkId").asText("");
    var owners =
        Set.of(
            "companyId=" + employer.field("companyId"),
            seller.isEmpty()
                ? "centreId=" + says.path("ownerCentreId").asText()
                : "networkId=" + seller);
    town.keep(
        Canary.of(says.path("enterpriseNumber").asText(), path, "CLIENT_READ", owners)
            .called("companies", employer.field("companyId"))
            .concerning("employer=" + employer.field("companyId")));
  }

  private void sell(Account network) {
    var id = network.field("networkId");
    client(network, "networkId=" + id, "contractNetworkId");
    town.keep(ground("networks", id, "networkId=" + id));
    for (var employer : town.all()) {
      if (employer.role().equals("employer") && contract(employer, network)) {
        credit(network, employer);
      }
    }
  }

  private boolean contract(Account employer, Account network) {
    var items = town.get(network, "companies?limit=1000").path("items").findValuesAsText("id");
    return items.contains(employer.field("companyId"));
  }

  /** A network opens it and fills it, the company alone reads it. */
  private void credit(Account seller, Account employer) {
    var company = employer.field("companyId");
    var credit = "canary-credit-of-" + company;
    var path = "companies/" + company + "/credit";
    var floor = "-" + (70_000 + Math.abs(company.hashCode() % 1000)) + ".17";
    town.post(seller, path, CREDIT.formatted(credit, floor));
    town.post(seller, path + "/" + credit + "/top-up", MONEY);
    town.keep(
        Canary.of(floor, path, "CLIENT_READ", Set.of("companyId=" + company))
            .called("companies", company)
            .called("credit", credit)
            .concerning("networkId=" + seller.field("networkId")));
  }

  private void open(Account desk) {
    var centre = desk.field("centreId");
    var owner = "centreId=" + centre;
    client(desk, owner, "ownerCentreId");
    town.keep(ground("centres", centre, owner));
    var shown = town.get(desk, "centres/" + centre);
    var home = "networkId=" + shown.path("networkId").asText();
    town.keep(ground("spaces", centre + "-desk-01", owner).concerning(home));
    town.keep(feed(desk, Set.of(owner, home)));
    var site = shown.path("siteId").asText();
    town.keep(ground("sites", site, "role=federation"));
    var gateway = "gw-" + centre;
    town.keep(
        Canary.of(
                gateway, "gateways?limit=1000", "DIRECTORY_WRITE", Set.of(owner, "role=federation"))
            .called("gateways", gateway));
    for (var item : town.get(desk, "affiliations").path("items")) {
      var id = item.path("id").asText();
      var network = "networkId=" + item.path("networkId").asText();
      town.keep(
          Canary.of(
                  id,
                  "affiliations?limit=1000",
                  "AFFILIATION_READ",
                  Set.of(owner, network, "role=federation"))
              .called("affiliations", id));
    }
  }

  /** The private address of a desk: its name, since its secret is shown once and to one. */
  private Canary feed(Account desk, Set<String> owners) {
    var space = desk.field("centreId") + "-desk-01";
    var name = "Canary Feed Of " + space;
    var path = "spaces/" + space + "/feeds";
    var made = town.post(desk, path, "{\"name\":\"%s\"}".formatted(name));
    return Canary.of(name, path, "FEED_WRITE", owners)
        .called("spaces", space)
        .called("feeds", made.path("feed").path("id").asText());
  }

  /** Public, but for its changes. */
  private static Canary ground(String family, String id, String owner) {
    return Canary.of("", family + "/" + id, "DIRECTORY_READ", both(owner)).called(family, id);
  }

  private void client(Account seller, String owner, String field) {
    var of = owner.substring(owner.indexOf('=') + 1);
    var id = "canary-client-of-" + of;
    var name = "Canary Client Of " + of;
    town.post(
        seller,
        "companies",
        "{\"id\":\"%s\",\"name\":\"%s\",\"%s\":\"%s\"}".formatted(id, name, field, of));
    town.keep(
        Canary.of(name, "companies?limit=1000", "CLIENT_READ", Set.of(owner))
            .called("companies", id));
  }

  private static Set<String> both(String owner) {
    return Stream.of(owner, "role=federation").collect(Collectors.toSet());
  }
}
