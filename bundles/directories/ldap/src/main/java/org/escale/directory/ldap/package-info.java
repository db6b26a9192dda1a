/** Adapter to directories that speak LDAP. */
package org.escale.directory.ldap;
