/**
 * The files that a centre's box, or gear of its own, works by: pure functions from facts to text,
 * without any secret in them.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.libraries.boxfiles;
