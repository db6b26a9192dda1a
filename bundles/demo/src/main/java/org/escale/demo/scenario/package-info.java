/** Stories that the demonstration plays through its own doors, with figures worked out by hand. */
package org.escale.demo.scenario;
