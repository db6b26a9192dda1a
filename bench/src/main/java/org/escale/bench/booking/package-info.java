/** A storm of bookings, against what a database does alone. */
package org.escale.bench.booking;
