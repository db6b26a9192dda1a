/** The rules of the network CoWallonia. */
package org.escale.network.cowallonia;
