/** Long work away from the request that asked for it. */
package org.escale.core.jobs;
