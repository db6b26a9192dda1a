/** Networks, sites, centres, spaces, labels, affiliations. */
package org.escale.rest.directory;
