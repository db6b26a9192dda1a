/** People of another platform, read from its SCIM 2.0 server. */
package org.escale.directory.scim;
