/** The contract test of visit rules. */
package org.escale.tck.visit;
