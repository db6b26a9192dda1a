/** Every no, as a problem document (RFC 9457). */
package org.escale.rest.problem;
