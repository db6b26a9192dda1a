/** Adapter to centres that book with LibreBooking. */
package org.escale.centre.librebooking;
