package org.escale.gateway.portal;

/**
 * A device that a box sent to the portal.
 *
 * @param mac its network card, lower case with colons
 * @param ip its address in the centre
 * @param challenge what the box wants answered: openNDS's hid, CoovaChilli's challenge
 */
record Arrival(String mac, String ip, String challenge) {}
