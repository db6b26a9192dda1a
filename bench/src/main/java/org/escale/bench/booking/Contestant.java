package org.escale.bench.booking;

import java.time.Duration;

/** Somebody who takes bookings durably. */
interface Contestant extends AutoCloseable {
  /** As it stands in the table. */
  String name();

  /** Gets ready for so many clients. */
  void begin(int clients) throws Exception;

  /**
   * Books the time numbered {@code hour} of a space for a client; whether it was taken, which it
   * must not be twice.
   */
  boolean book(int client, int space, int hour) throws Exception;

  /** Bookings that are there, as the database counts them; throws if any two overlap. */
  long count() throws Exception;

  /** Pairs of bookings that overlap; none where {@link #count} throws on the first. */
  default long doubled() throws Exception {
    return 0;
  }

  /** CPU time of the database's own processes so far; zero where it is inside this one. */
  Duration serverTime();

  @Override
  void close() throws Exception;
}
