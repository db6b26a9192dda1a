package org.escale.core.rights;

import static org.junit.Assert.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.escale.client.Company.Standing;
import org.escale.client.Entitlement;
import org.escale.core.fixture.Words;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.federation.OpeningHours;
import org.escale.federation.SpaceKind;
import org.escale.money.Money;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.word.TimeSlot;
import org.junit.Test;

/** Every refusal of an authorisation, alone and in its order. */
public class AuthoriserTest {
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final NetworkId ACME = new NetworkId("acme");
  private static final TimeSlot MONDAY =
      new TimeSlot(Instant.parse("2027-03-01T09:00:00Z"), Instant.parse("2027-03-01T11:00:00Z"));

  /** What stands in the way, in order of precedence: each turns good facts into refused ones. */
  private static final List<RefusalCode> ORDER =
      List.copyOf(EnumSet.range(RefusalCode.UNKNOWN_MEMBER, RefusalCode.CENTRE_CLOSED));

  @Test
  public void withNothingInTheWayItIsAllowed() {
    assertEquals(Optional.empty(), Authoriser.refusal(facts(Set.of())));
  }

  @Test
  public void eachRefusalStandsAloneAndNamesItself() {
    for (var code : ORDER) {
      assertEquals(Optional.of(code), decide(Set.of(code)));
    }
  }

  @Test
  public void ofTwoRefusalsTheFirstInOrderIsTheAnswer() {
    for (var first : ORDER) {
      for (var second : ORDER.subList(ORDER.indexOf(first) + 1, ORDER.size())) {
        assertEquals(Optional.of(first), decide(Set.of(first, second)));
      }
    }
  }

  @Test
  public void ofAllFromAnyOnTheFirstIsTheAnswer() {
    for (int i = 0; i < ORDER.size(); i++) {
      assertEquals(Optional.of(ORDER.get(i)), decide(Set.copyOf(ORDER.subList(i, ORDER.size()))));
    }
  }

  @Test
  public void r11_anExtraThatIsNotAllowedIsNamedWithTheEntitlement() {
    var says = entitlement(e -> e, Optional.of(Set.of("coffee")));
    var use = new Use(Optional.of(SpaceKind.DESK), Set.of("coffee", "photocopy"), MONDAY);
    var refusal = Authoriser.use(person(Optional.of(says)), place(true), use).orElseThrow();
    assertEquals(RefusalCode.SERVICE_NOT_ALLOWED, refusal.code());
    assertEquals("photocopy", refusal.details().get("found"));
    assertEquals("e", refusal.details().get("entitlementId"));
  }

  @Test
  public void anEmptySetAllowsNothingAndAnAbsentOneAll() {
    var nothing = Words.entitlement("e").kinds(Set.of()).build();
    var all = Words.entitlement("e").build();
    var use = Use.of(SpaceKind.ROOM, MONDAY);
    assertEquals(
        Optional.of(RefusalCode.SERVICE_NOT_ALLOWED),
        Authoriser.use(person(Optional.of(nothing)), place(true), use).map(Refusal::code));
    assertEquals(Optional.empty(), Authoriser.use(person(Optional.of(all)), place(true), use));
  }

  @Test
  public void aCentreOutsideTheAllowedOnesIsOutsideTheZone() {
    var says = Words.entitlement("e").centres(Set.of(new CentreId("other"))).build();
    assertEquals(
        Optional.of(RefusalCode.ZONE_NOT_ALLOWED),
        Authoriser.place(person(Optional.of(says)), place(true)).map(Refusal::code));
  }

  @Test
  public void e4_allowedHoursAreThoseOfTheCentresWallAlsoOnTheDayOfTheChange() {
    var sundays =
        new Entitlement.Hours(Set.of(DayOfWeek.SUNDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));
    var says = Words.entitlement("e").hours(List.of(sundays)).build();
    assertEquals(Optional.empty(), on(says, "2027-03-28T07:00:00Z", "2027-03-28T15:00:00Z"));
    assertEquals(
        Optional.of(RefusalCode.HOURS_NOT_ALLOWED),
        on(says, "2027-03-28T06:59:00Z", "2027-03-28T15:00:00Z"));
    assertEquals(Optional.empty(), on(says, "2027-10-31T08:00:00Z", "2027-10-31T16:00:00Z"));
    assertEquals(
        Optional.of(RefusalCode.HOURS_NOT_ALLOWED),
        on(says, "2027-10-31T07:00:00Z", "2027-10-31T16:00:00Z"));
  }

  @Test
  public void whatCostsNothingNeedsNoCredit() {
    var broke = Optional.of(Money.euro("-1.00"));
    assertEquals(
        Optional.empty(), Authoriser.chance(new Chance(false, broke, Money.ZERO, true, true)));
    var exact = Optional.of(Money.euro("8.00"));
    assertEquals(
        Optional.empty(),
        Authoriser.chance(new Chance(false, exact, Money.euro("8.00"), true, true)));
  }

  private static Optional<RefusalCode> on(Entitlement says, String from, String to) {
    var slot = new TimeSlot(Instant.parse(from), Instant.parse(to));
    return Authoriser.use(person(Optional.of(says)), place(true), Use.of(SpaceKind.DESK, slot))
        .map(Refusal::code);
  }

  private static Optional<RefusalCode> decide(Set<RefusalCode> wrong) {
    return Authoriser.refusal(facts(wrong)).map(Refusal::code);
  }

  private static Facts facts(Set<RefusalCode> wrong) {
    var person =
        wrong.contains(RefusalCode.UNKNOWN_MEMBER)
            ? Optional.<Person>empty()
            : Optional.of(person(wrong));
    var left =
        wrong.contains(RefusalCode.NO_CREDIT)
            ? Optional.of(Money.euro("7.99"))
            : Optional.<Money>empty();
    var chance =
        new Chance(
            wrong.contains(RefusalCode.ALREADY_PRESENT),
            left,
            Money.euro("8.00"),
            !wrong.contains(RefusalCode.CENTRE_FULL),
            !wrong.contains(RefusalCode.CENTRE_CLOSED));
    var place = place(!wrong.contains(RefusalCode.CENTRE_NOT_ACTIVE));
    return new Facts(person, place, Use.of(SpaceKind.DESK, MONDAY), chance);
  }

  private static Person person(Set<RefusalCode> wrong) {
    var changes = new ArrayList<UnaryOperator<Words.Says>>();
    if (wrong.contains(RefusalCode.ZONE_NOT_ALLOWED)) {
      changes.add(says -> says.zones(Set.of("Flanders")));
    }
    if (wrong.contains(RefusalCode.LABEL_NOT_ALLOWED)) {
      changes.add(says -> says.stars(3));
    }
    if (wrong.contains(RefusalCode.SERVICE_NOT_ALLOWED)) {
      changes.add(says -> says.kinds(Set.of(SpaceKind.ROOM)));
    }
    if (wrong.contains(RefusalCode.HOURS_NOT_ALLOWED)) {
      var early = Set.of(DayOfWeek.MONDAY);
      var hours = new Entitlement.Hours(early, LocalTime.of(6, 0), LocalTime.of(11, 0));
      changes.add(says -> says.hours(List.of(hours)));
    }
    var says = Words.entitlement("e");
    for (var change : changes) {
      says = change.apply(says);
    }
    return standing(person(Optional.of(says.build())), wrong);
  }

  private static Person standing(Person person, Set<RefusalCode> wrong) {
    var standing =
        wrong.contains(RefusalCode.COMPANY_CEASED)
            ? Standing.CEASED
            : wrong.contains(RefusalCode.PAYMENT_OVERDUE) ? Standing.OVERDUE : Standing.WARNED;
    return new Person(
        person.member().employed(!wrong.contains(RefusalCode.NOT_EMPLOYED)),
        person.company().with(standing),
        person.guest(),
        person.entitlement(),
        person.credit(),
        List.of());
  }

  private static Entitlement entitlement(
      UnaryOperator<Words.Says> change, Optional<Set<String>> extras) {
    return change.apply(Words.entitlement("e").extras(extras.orElseThrow())).build();
  }

  private static Person person(Optional<Entitlement> entitlement) {
    var company = Words.company("c", "acme");
    var member = Words.member("m", company, "");
    var guest = new People("home").guest(member);
    return new Person(member, company, guest, entitlement, Optional.empty(), List.of());
  }

  private static Place place(boolean usable) {
    var way = usable ? List.of(new Way(ACME, ACME, Optional.empty(), false)) : List.<Way>of();
    var centre = Words.centre("north", "acme", OpeningHours.always(BRUSSELS));
    return new Place(centre, Words.site("north", 50.5, 4.5), 2, way);
  }
}
