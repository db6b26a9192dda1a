/**
 * When something is busy according to iCalendar text (RFC 5545), and what we write into a centre's
 * calendar. Nothing of what an event is about leaves this package.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.libraries.icalendar;
