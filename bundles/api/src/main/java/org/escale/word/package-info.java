/** What every thing kept has in common: an id, its readers, a time slot. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.word;
