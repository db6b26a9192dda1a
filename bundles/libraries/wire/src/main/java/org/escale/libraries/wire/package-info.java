/**
 * HTTP to a system that somebody else runs: every call ends at its deadline, no answer is larger
 * than its limit, and no address that the operator did not mean is reached.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.escale.libraries.wire;
