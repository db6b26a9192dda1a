/** Signing in, tokens. */
package org.escale.rest.entry;
