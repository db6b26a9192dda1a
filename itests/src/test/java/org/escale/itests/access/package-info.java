/** Who sees what: every path of the published document, asked for by everybody. */
package org.escale.itests.access;
