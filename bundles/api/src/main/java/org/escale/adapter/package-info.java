/**
 * What is known of the systems that centres keep, and of the directories of other platforms: which
 * they are, and what in them is what here.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.adapter;
