package org.escale.spi.gateway;

/** What came of applying a grant. */
public enum GatewayAnswer {
  /** It holds there. */
  APPLIED,
  /** The end is asked for; proof is still to come. */
  CUTTING,
  /** No answer: may or may not have happened; repeating is safe. */
  UNREACHABLE
}
