package org.escale.spi.gateway;

/** How a gateway is, and a sentence for its operator. */
public record GatewayHealth(boolean up, String text) {}
