/** A gateway without a box, for demonstrations and tests. */
package org.escale.gateway.simulated;
