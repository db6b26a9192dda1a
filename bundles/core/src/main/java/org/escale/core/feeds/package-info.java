/** Private addresses at which the programs of centres read when a space is booked. */
package org.escale.core.feeds;
