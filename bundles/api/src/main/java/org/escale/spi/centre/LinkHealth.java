package org.escale.spi.centre;

/** How a link is, and a sentence for its operator. */
public record LinkHealth(boolean up, String text) {}
