/** Finding and promising places. */
package org.escale.core.booking;
