/** What gateways saw, on disk before it is acknowledged and in the database soon after. */
package org.escale.core.eventlog;
