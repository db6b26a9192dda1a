/** Gateways as those who look after them see them: how they stand, and what happened there. */
package org.escale.core.gatehouse;
