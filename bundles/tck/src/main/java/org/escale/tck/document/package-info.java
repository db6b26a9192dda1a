/** The contract test of invoice renderers. */
package org.escale.tck.document;
