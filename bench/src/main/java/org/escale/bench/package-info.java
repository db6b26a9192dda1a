/** Measurements against peers; never part of a test. */
package org.escale.bench;
