/**
 * What adapters to the systems of centres share: how to get in, what a failure means, and what
 * changed in a system that cannot say so itself.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.libraries.link;
