/** Whether the hub hears the boxes of centres, and what follows where it does not. */
package org.escale.core.connectivity;
