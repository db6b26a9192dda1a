/** Rule: when does a forgotten visit end? */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.spi.visit;
