/**
 * The files that a centre's box, or gear of its own, works by: pure functions from facts to text,
 * without any secret in them. And what a person's device is told, with that person's key.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.libraries.boxfiles;
