/**
 * Port: another platform's companies and people, read and never written. The rules stand at {@link
 * org.escale.spi.directory.DirectoryAdapter}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.spi.directory;
