/** Who is calling: passwords, tokens, the lock-out, the audit trail and the key of the instance. */
package org.escale.security;
