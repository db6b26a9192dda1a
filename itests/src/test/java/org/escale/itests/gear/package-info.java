/** Gateways in the whole process: gear that speaks RADIUS, and a box. */
package org.escale.itests.gear;
