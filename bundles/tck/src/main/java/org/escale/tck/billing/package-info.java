/** The contract test of billing rules. */
package org.escale.tck.billing;
