/** The endpoint: what comes in, who sends it, and how a failure looks. */
package org.escale.soap.server;
