/** Who may come in, asked by RADIUS: our gateway and FreeRADIUS, in turn. */
package org.escale.bench.radius;
