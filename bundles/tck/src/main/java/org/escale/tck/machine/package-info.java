/** What test processes that run side by side share of one machine, and its own programs. */
package org.escale.tck.machine;
