/** What is known of the systems that centres keep: which they are, and what stands in them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.adapter;
