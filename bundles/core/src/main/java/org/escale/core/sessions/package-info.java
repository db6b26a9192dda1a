/** Private network sessions: keys, segments, grants, and the gateways that hold them. */
package org.escale.core.sessions;
