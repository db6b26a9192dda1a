/**
 * The agent on a centre's box: one process of plain Java that enrols, takes and tries its
 * configuration, tells that it lives, and goes on without a line by what the hub signed.
 */
package org.escale.box;
