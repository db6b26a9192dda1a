/** Long work and how far it is. */
package org.escale.rest.job;
