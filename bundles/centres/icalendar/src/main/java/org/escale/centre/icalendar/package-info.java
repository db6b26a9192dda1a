/** Adapter to centres that publish their calendar as an iCalendar file. */
package org.escale.centre.icalendar;
