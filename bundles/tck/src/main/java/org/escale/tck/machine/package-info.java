/** What test processes that run side by side share of one machine. */
package org.escale.tck.machine;
