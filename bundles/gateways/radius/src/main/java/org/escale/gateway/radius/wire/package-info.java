/** RADIUS as octets: packets, signatures and passwords. Knows nothing of visits. */
package org.escale.gateway.radius.wire;
