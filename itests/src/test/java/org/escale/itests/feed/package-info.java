/** What goes out by itself, read by those for whom it is meant. */
package org.escale.itests.feed;
