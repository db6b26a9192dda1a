/** Networks, sites, centres, spaces and how centres belong to networks. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.federation;
