/** The contract test of gateway drivers. */
package org.escale.tck.gateway;
