/** What goes out by itself: calendars that other programs subscribe to. */
package org.escale.rest.feed;
