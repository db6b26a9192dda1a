/** What an operator relies on: starting, stopping, and what is closed. */
package org.escale.itests.distribution;
