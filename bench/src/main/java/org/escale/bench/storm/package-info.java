/** Scenario D5 with real processes: hub and centres' systems are killed while everybody books. */
package org.escale.bench.storm;
