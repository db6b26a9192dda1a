package org.escale.core.rights;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.escale.access.LinePurses;
import org.escale.client.Credit;
import org.escale.client.Entitlement;
import org.escale.client.Guest;
import org.escale.core.clock.FederationMonths;
import org.escale.core.snapshot.Snapshot;
import org.escale.money.Money;
import org.escale.presence.Visit;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.spi.store.Balances;
import org.escale.word.TimeSlot;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is left to use: of a prepaid credit, and of the budget that an employer sets for each person
 * and month of billing. The commit decides on credit for good; this answers beforehand.
 */
@Component(service = Purse.class)
public final class Purse {
  private final Balances balances;
  private final Spending spending;
  private final FederationMonths months;

  /** Looks into these. */
  @Activate
  public Purse(
      @Reference Balances balances,
      @Reference Spending spending,
      @Reference FederationMonths months) {
    this.balances = balances;
    this.spending = spending;
    this.months = months;
  }

  /**
   * The lesser of what is left of credit and of the budget of the month of {@code at}; empty where
   * neither limits.
   *
   * @throws org.escale.spi.store.StoreException if it cannot be read
   */
  public Optional<Money> left(Snapshot snapshot, Person person, Instant at) {
    var month = month(snapshot, person, at);
    return Stream.of(
            person.credit().map(this::credit),
            person
                .entitlement()
                .flatMap(entitlement -> entitlement.monthlyBudget())
                .map(budget -> budget.minus(spent(snapshot, person.guest(), month))))
        .flatMap(Optional::stream)
        .min(Money::compareTo);
  }

  /**
   * What each purse that pays for that person still holds at {@code at}, by the purse's own name: a
   * credit that others share, a budget of one's own; none where nothing limits.
   *
   * @throws org.escale.spi.store.StoreException if it cannot be read
   */
  public Map<String, Money> limits(Snapshot snapshot, Person person, Instant at) {
    var limits = new TreeMap<String, Money>();
    person.credit().ifPresent(credit -> limits.put(credit.account(), credit(credit)));
    person
        .entitlement()
        .flatMap(Entitlement::monthlyBudget)
        .map(budget -> budget.minus(spent(snapshot, person.guest(), month(snapshot, person, at))))
        .ifPresent(left -> limits.put(LinePurses.budget(person.guest().person()), left));
    return limits;
  }

  /** What of that purse is held back for boxes that are cut off. */
  public static Money held(Snapshot snapshot, String purse) {
    return snapshot.all(LinePurses.class).stream()
        .map(purses -> purses.held(purse))
        .reduce(Money.ZERO, Money::plus);
  }

  /**
   * The refusal; where something of this person's purses is held back it says so, but not how much:
   * a credit may be others' too.
   */
  public static Refusal told(Refusal refusal, Snapshot snapshot, Person person) {
    var credit = person.credit().map(c -> held(snapshot, c.account())).orElse(Money.ZERO);
    var held = credit.plus(held(snapshot, LinePurses.budget(person.guest().person())));
    if (refusal.code() != RefusalCode.NO_CREDIT || held.isZero()) {
      return refusal;
    }
    var details = new TreeMap<>(refusal.details());
    details.put("held", "for a centre that is cut off");
    return new Refusal(refusal.code(), details);
  }

  /** What is left above a credit's floor. */
  public Money credit(Credit credit) {
    return balances.balance(credit.account()).minus(credit.floor());
  }

  /** The month of billing by the terms of who invoices the company. */
  private TimeSlot month(Snapshot snapshot, Person person, Instant at) {
    var own =
        person
            .company()
            .contract()
            .map(network -> months.of(snapshot, network, at))
            .orElseGet(months::months);
    return own.slot(own.of(at));
  }

  /** Charged already, and what the ceilings of open visits may come to. */
  private Money spent(Snapshot snapshot, Guest guest, TimeSlot month) {
    return spending
        .of(guest.person(), month)
        .plus(ofOpenVisits(snapshot, guest))
        .plus(held(snapshot, LinePurses.budget(guest.person())));
  }

  private static Money ofOpenVisits(Snapshot snapshot, Guest guest) {
    return snapshot.where(Visit.class, "guest", guest.person()).stream()
        .map(visit -> visit.agreement().terms().ceiling())
        .reduce(Money.ZERO, Money::plus);
  }
}
