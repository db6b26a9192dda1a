/** What every adapter to a centre's own system must keep, whatever real system stands behind it. */
package org.escale.tck.centre;
