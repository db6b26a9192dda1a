package org.escale.soap.step;

import java.util.Map;
import java.util.TreeMap;
import org.escale.booking.Agreement;
import org.escale.booking.Booking;
import org.escale.client.Guest;
import org.escale.money.Money;
import org.escale.refusal.Refusal;
import org.escale.soap.call.Answer;
import org.escale.terms.Price;
import org.escale.terms.Terms;

/** How the words that several operations share look at this door; names as at the REST door. */
public final class Views {
  private Views() {}

  static void money(Answer at, Money money) {
    at.field("amount", money.amount().toPlainString())
        .field("currency", money.currency().getCurrencyCode());
  }

  static void guest(Answer at, Guest guest) {
    at.field("issuer", guest.issuer())
        .field("person", guest.person())
        .field("company", guest.company());
  }

  static void booking(Answer at, Booking b) {
    at.field("id", b.id())
        .field("state", b.state())
        .field("spaceId", b.space())
        .field("centreId", b.centre())
        .field("from", b.slot().from())
        .field("to", b.slot().to())
        .field("people", b.people())
        .part("guest", b.guest(), Views::guest)
        .each("line", b.lines(), Views::line)
        .maybe("heldUntil", b.heldUntil())
        .field("walkIn", b.walkIn())
        .maybe("series", b.series());
    b.end().ifPresent(end -> at.part("end", end, Views::end));
    at.part("terms", b.agreement(), Views::agreement);
  }

  private static void line(Answer at, Booking.Line line) {
    at.field("extraId", line.extra()).field("quantity", line.quantity());
  }

  private static void end(Answer at, Booking.End end) {
    at.field("by", end.by()).field("at", end.at()).field("reason", end.reason());
  }

  static void agreement(Answer at, Agreement agreed) {
    var terms = agreed.terms();
    at.field("contract", agreed.contract())
        .field("affiliation", agreed.affiliation())
        .field("cancelUntil", terms.cancelUntil())
        .field("noShowAfter", terms.noShowAfter())
        .field("grace", terms.grace())
        .field("longestVisit", terms.longestVisit())
        .field("rounding", terms.rounding().step())
        .each("price", terms.prices(), Views::price)
        .part("ceiling", terms.ceiling(), Views::money)
        .part("billingRule", terms.billing(), Views::rule)
        .part("visitRule", terms.visit(), Views::rule)
        .maybe("passId", agreed.pass())
        .field("own", agreed.own());
  }

  private static void price(Answer at, Price price) {
    at.field("of", price.of()).field("unit", price.unit()).part("each", price.each(), Views::money);
  }

  private static void rule(Answer at, Terms.Sealed sealed) {
    at.field("rule", sealed.rule()).field("terms", sealed.terms());
  }

  /** The code, the sentence and what decided. */
  public static void refusal(Answer at, Refusal refusal, String text) {
    at.field("code", refusal.code()).field("text", text);
    pairs(at, "detail", refusal.details());
  }

  static void pairs(Answer at, String name, Map<String, String> values) {
    new TreeMap<>(values)
        .forEach((key, value) -> at.child(name).field("name", key).field("value", value));
  }
}
