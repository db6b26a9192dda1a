package org.escale.spi.gateway;

/** A gateway that cannot be opened or asked, with the reason for its operator. */
public class GatewayException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Because of {@code reason}. */
  public GatewayException(String reason) {
    super(reason);
  }
}
