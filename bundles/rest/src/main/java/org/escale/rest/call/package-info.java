/** One request: who asks, within which limits, and how it is answered. */
package org.escale.rest.call;
