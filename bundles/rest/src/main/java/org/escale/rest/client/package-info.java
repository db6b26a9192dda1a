/** Companies, members, entitlements, credit, passes. */
package org.escale.rest.client;
