/** The time of a production instance. */
package org.escale.core.clock;
