/** Centres' own systems: what it costs to book through them. */
package org.escale.bench.centres;
