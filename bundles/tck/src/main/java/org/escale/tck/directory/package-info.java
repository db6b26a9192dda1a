/** The contract test of directories of other platforms. */
package org.escale.tck.directory;
