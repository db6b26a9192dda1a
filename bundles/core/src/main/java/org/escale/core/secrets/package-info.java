/** Secrets that are made here and kept as digests, and names made of digests. */
package org.escale.core.secrets;
