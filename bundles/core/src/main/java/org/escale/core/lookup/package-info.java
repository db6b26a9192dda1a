/** Reading what one may see. */
package org.escale.core.lookup;
