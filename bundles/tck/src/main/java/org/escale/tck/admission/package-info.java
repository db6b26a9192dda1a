/** The contract test of admission rules. */
package org.escale.tck.admission;
