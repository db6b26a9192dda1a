package org.escale.core.presence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.client.MemberId;
import org.escale.federation.CentreId;
import org.escale.presence.Authorisation;
import org.escale.presence.Visit;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Reception;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Receives people at the front desk. Safe for many threads. */
@Component(service = Reception.class)
public final class FrontDesk implements Reception {
  private final Clock clock;
  private final Words words;
  private final Questions questions;
  private final CheckIn checkIn;
  private final Closings closings;
  private final FreshSessions fresh;

  /** Through these. */
  @Activate
  public FrontDesk(
      @Reference Clock clock,
      @Reference Words words,
      @Reference Questions questions,
      @Reference CheckIn checkIn,
      @Reference Closings closings,
      @Reference FreshSessions fresh) {
    this.clock = clock;
    this.words = words;
    this.questions = questions;
    this.checkIn = checkIn;
    this.closings = closings;
    this.fresh = fresh;
  }

  @Override
  public Outcome<Authorisation> authorise(Caller caller, Question question) {
    if (!caller.may(Operation.AUTHORISE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    try {
      return questions.answer(caller, question, clock.instant());
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Override
  public Outcome<Kept<Visit>> checkIn(Caller caller, Arrival arrival) {
    return caller.may(Operation.VISIT_WRITE)
        ? checkIn.enter(caller, arrival)
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  @Override
  public Outcome<Badge> badge(Caller caller, MemberId member) {
    return caller.may(Operation.BADGE)
        ? checkIn.badge(caller, member)
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  @Override
  public Outcome<Badge> lineCode(
      Caller caller, MemberId member, CentreId centre, Optional<LocalDate> day) {
    if (!caller.may(Operation.BADGE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    try {
      return checkIn.lineCodes().code(caller, member, centre, day);
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Override
  public Outcome<Kept<Visit>> checkOut(Caller caller, VisitId visit) {
    if (!caller.may(Operation.VISIT_WRITE)) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    try {
      if (words.get(Visit.class, visit, caller.sight()).isEmpty()) {
        return Outcome.refused(RefusalCode.NOT_FOUND);
      }
      var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      var wish = new Closings.Wish(caller, KnownFacts.checkedOut(now));
      return closings.close(visit, wish, now);
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }

  @Override
  public Outcome<Key> key(Caller caller, VisitId visit) {
    return caller.may(Operation.SESSION_KEY)
        ? questions.key(caller, visit)
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }

  @Override
  public Outcome<Key> freshKey(Caller caller, VisitId visit) {
    return caller.may(Operation.SESSION_KEY)
        ? fresh.open(caller, visit, clock.instant().truncatedTo(ChronoUnit.SECONDS))
        : Outcome.refused(RefusalCode.NOT_ALLOWED);
  }
}
