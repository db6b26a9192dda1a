/** Judges what was written down while everything went wrong. */
package org.escale.tck.storm;
