package org.escale.spi.store;

import org.escale.billing.Invoice;
import org.escale.billing.LedgerTransaction;
import org.escale.billing.UsageRecord;
import org.escale.word.Id;
import org.escale.word.Word;

/**
 * One thing that a change writes. The store itself holds the laws named here, inside the commit.
 */
public sealed interface Write {

  /**
   * Writes a word. Revision 0 means it is new ({@code ALREADY_EXISTS} otherwise); n replaces
   * exactly revision n ({@code CHANGED_MEANWHILE} otherwise). A live {@link
   * org.escale.booking.Booking} takes its calendar lines ({@code SPACE_TAKEN}, {@code
   * EQUIPMENT_TAKEN}; B1, B7); an open {@link org.escale.presence.Visit} is its guest's only one
   * ({@code ALREADY_PRESENT}; U1); a record stands on one {@link org.escale.billing.Payout} ({@code
   * ALREADY_EXISTS}; U3).
   */
  record Put(Word word, long revision) implements Write {}

  /**
   * Removes a word of that class; nothing happens where there is none. Never used for bookings,
   * visits, records, money.
   */
  record Remove(Class<? extends Word> kind, Id id) implements Write {}

  /**
   * Appends a usage record at the end of its chains: numbers without a gap, hashes over the one
   * before (U2). A producer's key that is there already is {@code ALREADY_EXISTS}.
   */
  record Append(UsageRecord record) implements Write {}

  /**
   * Posts a transaction. A {@code credit:} account never passes the floor of its {@link
   * org.escale.client.Credit} ({@code NO_CREDIT}; R10).
   */
  record Post(LedgerTransaction transaction) implements Write {}

  /**
   * Issues an invoice under the next number of its seller and year, without a gap (U4). A charge
   * that stands on another is {@code ALREADY_EXISTS} (U3).
   */
  record Issue(Invoice invoice) implements Write {}
}
