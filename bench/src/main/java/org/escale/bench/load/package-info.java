/**
 * The reference load: so many times thirty centres, written into a data folder, then measured over
 * HTTP.
 */
package org.escale.bench.load;
