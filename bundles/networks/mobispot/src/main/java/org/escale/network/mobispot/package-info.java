/** The rules of the network Mobispot. */
package org.escale.network.mobispot;
