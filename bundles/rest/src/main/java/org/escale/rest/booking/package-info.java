/** Availability and bookings. */
package org.escale.rest.booking;
