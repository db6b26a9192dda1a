/** Who is calling, and what they may do. */
package org.escale.security;
