/**
 * Port: a system that a centre already has, in parts, so that a read-only feed needs no fake desk.
 * What such systems really do stands in the contract's rules at {@link
 * org.escale.spi.centre.CentreAdapter}, {@link org.escale.spi.centre.CentreFeed}, {@link
 * org.escale.spi.centre.CentreDesk} and {@link org.escale.spi.centre.CentreEvents}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.spi.centre;
