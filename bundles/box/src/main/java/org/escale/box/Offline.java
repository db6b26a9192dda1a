package org.escale.box;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides who comes in while the line is away, by the signed list, the clock, and what this box did
 * since that list: within its age, its hours and its purses, each code once. It never fails open.
 */
final class Offline {
  private static final String UNREADABLE = "this box has no list that the hub signed";

  /** So many events are kept at most before nobody new is let in. */
  static final int MOST = 10_000;

  private final Entitlements entitlements;
  private final Contact contact;
  private final Spool spool;

  Offline(Home home, Identity me) {
    this.entitlements = new Entitlements(home, me);
    this.contact = new Contact(home);
    this.spool = new Spool(home);
  }

  /**
   * The answer to somebody who shows a key or a code.
   *
   * @param why the reason of a no; empty otherwise
   */
  record Verdict(Optional<Entitlements.Allowed> allowed, String why) {
    static Verdict no(String why) {
      return new Verdict(Optional.empty(), why);
    }
  }

  /** Who shows a key of a running session goes on; who shows a code for today comes in. */
  Verdict decide(String key, Instant now) {
    try {
      if (contact.setBack(now)) {
        return Verdict.no("the clock of this box was set back");
      }
      var running = running(key, now);
      return running.isPresent() ? new Verdict(running, "") : comes(key, now);
    } catch (IOException | DateTimeException | IllegalArgumentException unreadable) {
      return Verdict.no(UNREADABLE);
    }
  }

  /** Who is in by this key goes on: checked in before the line was cut, or let in by this box. */
  Optional<Entitlements.Allowed> goesOn(String key, Instant now) throws IOException {
    var list = entitlements.list();
    if (contact.setBack(now) || list.isEmpty() || !Entitlements.wrong(list.get(), now).isEmpty()) {
      return Optional.empty();
    }
    var running = running(key, now);
    return running.isPresent() ? running : admitted(list.get(), key, now);
  }

  /** Who left does not come back by the list that has not heard of it. */
  private Optional<Entitlements.Allowed> running(String key, Instant now) throws IOException {
    var seen = spool.seen();
    return entitlements
        .decide(key, now)
        .filter(allowed -> Seen.last(seen, allowed.grant()).filter(Seen::ends).isEmpty());
  }

  private Optional<Entitlements.Allowed> admitted(String list, String code, Instant now)
      throws IOException {
    var seen = spool.seen();
    return Admission.of(list, Entitlements.digest(list, code)).stream()
        .filter(admission -> Seen.present(seen, admission.grant()))
        .flatMap(
            admission ->
                seen.stream()
                    .filter(event -> event.admits(admission.grant()) && now.isBefore(event.until()))
                    .map(e -> new Entitlements.Allowed(e.grant(), admission.segment(), e.until())))
        .findFirst();
  }

  /** Notes that somebody leaves whom this box let in, or who was there; whether it was one. */
  boolean leaves(String key, Instant now) throws IOException {
    var list = entitlements.list().orElse("");
    var digest = Entitlements.digest(list, key);
    var running = entitlements.decide(key, now).map(Entitlements.Allowed::grant);
    var grant =
        running.or(() -> Admission.of(list, digest).stream().map(Admission::grant).findFirst());
    if (grant.isEmpty() || setBack(now)) {
      return false;
    }
    return spool.decided(
        seen ->
            here(grant.get(), running.isPresent(), seen)
                ? Optional.of(Seen.of("STOP", grant.get(), now))
                : Optional.empty());
  }

  private boolean setBack(Instant now) throws IOException {
    return contact.setBack(now);
  }

  /** Of a session that the hub knows the box need not have seen the beginning. */
  private static boolean here(String grant, boolean known, List<Seen> seen) {
    return Seen.last(seen, grant).map(last -> !last.ends()).orElse(known);
  }

  private Verdict comes(String code, Instant now) throws IOException {
    var list = entitlements.list();
    if (list.isEmpty()) {
      return Verdict.no(UNREADABLE);
    }
    var wrong = Entitlements.wrong(list.get(), now);
    if (!wrong.isEmpty()) {
      return Verdict.no(wrong);
    }
    var meant = Admission.of(list.get(), Entitlements.digest(list.get(), code));
    if (meant.isEmpty()) {
      return Verdict.no("this code is none for this centre now");
    }
    if (!contact.alone(now)) {
      return Verdict.no("the line is there, or was 3 minutes ago: check in as usual");
    }
    return timely(list.get(), meant, now);
  }

  private Verdict timely(String list, List<Admission> meant, Instant now) throws IOException {
    var timely =
        meant.stream()
            .filter(admission -> !now.isBefore(admission.from()))
            .filter(admission -> now.isBefore(admission.to()))
            .findFirst();
    if (timely.isEmpty()) {
      Predicate<Admission> later = admission -> now.isBefore(admission.from());
      return Verdict.no(meant.stream().anyMatch(later) ? "it is too early" : "it is too late");
    }
    return spool.admit(new Case(list, timely.get(), contact.listed(), now));
  }

  /**
   * One who may come if nothing that this box did stands in the way.
   *
   * @param listed events up to this one are known to the list
   */
  record Case(String list, Admission admission, long listed, Instant now) {
    /** Why not; empty where nothing stands in the way. */
    String wrong(List<Seen> seen) {
      if (seen.size() >= MOST) {
        return "this box has let in all that it can without the hub";
      }
      if (seen.stream().anyMatch(event -> event.at().isAfter(now.plusSeconds(120)))) {
        return "the clock of this box was set back";
      }
      if (seen.stream().anyMatch(event -> event.admits(admission.grant()))) {
        return "this code was used";
      }
      var spent = admission.purses().stream().anyMatch(purse -> !holds(purse, seen));
      if (spent) {
        return "what may be spent without a line is spent";
      }
      return place(seen).isEmpty() ? "no desk is free" : "";
    }

    private boolean holds(String purse, List<Seen> seen) {
      long spent =
          seen.stream()
              .filter(event -> event.number() > listed && event.purses().contains(purse))
              .mapToLong(Seen::cents)
              .sum();
      return spent + admission.cents() <= Admission.limit(list, purse);
    }

    /** The booked place, or the desk that is free longest, and until when. */
    Optional<Admission.Desk> place(List<Seen> seen) {
      if (!admission.place().equals("desk")) {
        return Optional.of(new Admission.Desk(admission.place(), admission.end()));
      }
      return Admission.desks(list).stream()
          .map(desk -> new Admission.Desk("desk/" + desk.id(), desk.until()))
          .filter(desk -> now.isBefore(desk.until()))
          .filter(desk -> seen.stream().noneMatch(event -> event.holds(desk.id(), now, seen)))
          .max(java.util.Comparator.comparing(Admission.Desk::until));
    }
  }
}
