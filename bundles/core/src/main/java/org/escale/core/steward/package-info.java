/** The one part that waits: runs what is due by the clock. */
package org.escale.core.steward;
