/** Adapter to centres whose calendars speak CalDAV. */
package org.escale.centre.caldav;
