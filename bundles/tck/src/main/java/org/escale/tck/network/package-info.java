/** The contract test of affiliation rules. */
package org.escale.tck.network;
