/** What every store must hold, and the plainest store that does. */
package org.escale.tck.store;
