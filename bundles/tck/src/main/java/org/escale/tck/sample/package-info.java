/** Facts to try rules on: many, of all sorts, and the same in every run. */
package org.escale.tck.sample;
