package org.escale.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.client.Company;
import org.escale.client.Credit;
import org.escale.client.CreditId;
import org.escale.client.Entitlement;
import org.escale.client.Entitlement.Hours;
import org.escale.client.EntitlementId;
import org.escale.client.Guest;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pass;
import org.escale.client.PassId;
import org.escale.federation.NetworkId;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.service.Clients;
import org.escale.service.Lookup;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes on companies and their people, and says what they may. */
@Component(service = DemoClients.class)
public final class DemoClients {
  private static final List<String> PASS_HOLDERS = List.of("gilles", "mila");

  private final Clients clients;
  private final Lookup lookup;
  private final Clock clock;

  /** By those services. */
  @Activate
  public DemoClients(@Reference Clients clients, @Reference Lookup lookup, @Reference Clock clock) {
    this.clients = clients;
    this.lookup = lookup;
    this.clock = clock;
  }

  /** All of it; what is there already stays as it is. */
  void load() {
    companies().forEach(this::take);
    trainees(company("atlas"));
    prepaid(company("bleu-nomade"));
    PASS_HOLDERS.forEach(this::pass);
  }

  /** The companies, under their real pseudonyms once they are taken on. */
  List<Company> companies() {
    return ClientList.companies();
  }

  /** The people of a company as they are kept. */
  List<Member> people(Company company) {
    return ClientList.people(company).stream()
        .map(m -> Demo.value(lookup.get(Demo.employer(company), Member.class, m.id())).word())
        .toList();
  }

  private void take(Company company) {
    var seller = company.contract().map(Demo::network).or(() -> company.owner().map(Demo::centre));
    Demo.done(clients.admit(seller.orElseThrow(), company));
    Demo.done(clients.enrol(Demo.employer(company), ClientList.people(company)));
  }

  /** Trainees: desks and photocopies only, in office hours, for 150 EUR a month. */
  private void trainees(Company company) {
    var week = Set.of(DayOfWeek.values());
    var hours = new Hours(week, LocalTime.of(8, 0), LocalTime.of(18, 0));
    var allowed =
        new Entitlement(
            new EntitlementId(company.id() + "-trainees"),
            company.id(),
            company.pseudonym(),
            Optional.of("trainees"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.of(Set.of(SpaceKind.DESK)),
            Optional.of(Set.of("photocopy")),
            List.of(hours),
            Optional.of(Money.euro("150.00")));
    Demo.done(clients.entitle(Demo.employer(company), allowed, 0));
  }

  private void prepaid(Company company) {
    var seller = Demo.network(company.contract().orElseThrow());
    var id = new CreditId(company.id() + "-credit");
    var credit = new Credit(id, company.id(), company.pseudonym(), Optional.empty(), Money.ZERO);
    if (Demo.done(clients.open(seller, credit))) {
      Demo.value(clients.topUp(seller, id, Money.euro("200.00")));
    }
  }

  private void pass(String holder) {
    var company = company("studio-lumen");
    var id = new MemberId(holder);
    var member = Demo.value(lookup.get(Demo.employer(company), Member.class, id)).word();
    var month =
        clock.instant().atZone(ZoneId.of("Europe/Brussels")).toLocalDate().withDayOfMonth(1);
    var start = month.atStartOfDay(ZoneId.of("Europe/Brussels"));
    var network = new NetworkId(DemoAffiliations.COWALLONIA);
    var pass =
        new Pass(
            new PassId("pass-" + holder),
            network,
            new Guest("home", member.pseudonym(), member.companyPseudonym()),
            "CoWallonia",
            Set.copyOf(CentreList.of(DemoAffiliations.COWALLONIA, "coworking")),
            new TimeSlot(start.toInstant(), start.plusYears(1).toInstant()));
    Demo.done(clients.sell(Demo.network(network), pass));
  }

  private Company company(String id) {
    return companies().stream().filter(c -> c.id().value().equals(id)).findFirst().orElseThrow();
  }
}
