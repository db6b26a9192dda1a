/** How lines of centres keep their promise. */
package org.escale.rest.connectivity;
