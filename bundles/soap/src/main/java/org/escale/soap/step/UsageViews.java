package org.escale.soap.step;

import java.util.Locale;
import java.util.Optional;
import org.escale.access.Session;
import org.escale.billing.UsageRecord;
import org.escale.presence.Closing;
import org.escale.presence.Endings;
import org.escale.presence.Visit;
import org.escale.soap.call.Answer;

/** How visits and what was used in them look at this door. */
final class UsageViews {
  private UsageViews() {}

  static void visit(Answer at, Visit v, Optional<Session> session, Locale language) {
    at.field("id", v.id())
        .field("state", v.open() ? "OPEN" : "CLOSED")
        .field("bookingId", v.booking())
        .field("centreId", v.centre())
        .field("spaceId", v.space())
        .part("guest", v.guest(), Views::guest)
        .field("startedAt", v.startedAt())
        .field("bookedUntil", v.slot().to())
        .maybe("lastSeen", v.lastSeen())
        .part("reserved", v.reserved(), Views::money)
        .maybe("endedAt", v.closing().map(Closing::at))
        .maybe("endedBy", v.closing().map(Closing::by))
        .maybe("rule", v.closing().map(Closing::rule))
        .maybe("text", v.closing().map(end -> Endings.text(end, language)));
    session.ifPresent(s -> at.part("session", s, UsageViews::session));
    at.part("terms", v.agreement(), Views::agreement);
  }

  private static void session(Answer at, Session s) {
    at.field("id", s.id())
        .field("state", s.state())
        .field("segment", s.segment())
        .field("from", s.from())
        .field("until", s.until());
  }

  static void record(Answer at, UsageRecord r) {
    at.field("id", r.id())
        .field("kind", r.kind())
        .maybe("centreId", r.centre())
        .maybe("spaceId", r.space())
        .maybe("spaceKind", r.spaceKind())
        .maybe("visitId", r.visit())
        .part("guest", r.guest(), Views::guest)
        .field("of", r.of())
        .field("quantity", r.quantity().toPlainString())
        .field("unit", r.unit())
        .field("from", r.slot().from())
        .field("to", r.slot().to())
        .maybe("endedBy", r.closing().map(Closing::by))
        .maybe("rule", r.closing().map(Closing::rule))
        .field("producer", r.producer())
        .maybe("credits", r.credits())
        .part("chain", r.chain(), UsageViews::chain)
        .part("terms", r.agreement(), Views::agreement);
  }

  private static void chain(Answer at, UsageRecord.Chain chain) {
    at.field("name", chain.name())
        .field("number", chain.number())
        .field("hash", chain.hash())
        .field("before", chain.before())
        .field("issuerNumber", chain.issuerNumber())
        .field("issuerHash", chain.issuerHash());
  }
}
