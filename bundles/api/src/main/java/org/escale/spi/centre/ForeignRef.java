package org.escale.spi.centre;

/**
 * Where our entry stands in a centre's system.
 *
 * @param id as the desk gave it; means something to the desk alone
 * @param revision as it was when the desk answered
 */
public record ForeignRef(SpaceRef space, Key key, String id, String revision) {}
