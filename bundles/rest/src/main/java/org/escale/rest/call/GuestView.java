package org.escale.rest.call;

import org.escale.client.Guest;

/** A visitor as everybody but home sees them: an issuer and two pseudonyms. */
public record GuestView(String issuer, String person, String company) {
  /** As kept. */
  public static GuestView of(Guest guest) {
    return new GuestView(guest.issuer(), guest.person().value(), guest.company().value());
  }
}
