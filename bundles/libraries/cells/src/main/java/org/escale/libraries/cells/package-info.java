/**
 * CSV files (RFC 4180) that a program of somebody else writes into a folder, and those that it
 * reads there: within limits, and never used where half written.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.libraries.cells;
