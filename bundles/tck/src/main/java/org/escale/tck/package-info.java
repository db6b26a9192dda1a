/** One abstract contract test per contract. */
package org.escale.tck;
