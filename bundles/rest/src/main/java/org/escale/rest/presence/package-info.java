/** Authorisation, visits, sessions, readings, usage records. */
package org.escale.rest.presence;
