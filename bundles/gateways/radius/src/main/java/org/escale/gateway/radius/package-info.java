/** Gateways that speak RADIUS: who may come in, who is there, and who has to leave. */
package org.escale.gateway.radius;
