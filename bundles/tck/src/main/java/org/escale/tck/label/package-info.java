/** The contract test of label rules. */
package org.escale.tck.label;
