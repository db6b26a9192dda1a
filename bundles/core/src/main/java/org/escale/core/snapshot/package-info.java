/** What every decision needs, in memory, fed by the journal. */
package org.escale.core.snapshot;
