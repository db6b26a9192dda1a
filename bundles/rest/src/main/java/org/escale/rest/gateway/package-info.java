/** The gateways, for whoever looks after them. */
package org.escale.rest.gateway;
