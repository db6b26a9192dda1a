/** The rules of the network Smart Work Centers. */
package org.escale.network.smartworkcenters;
