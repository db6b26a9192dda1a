package org.escale.soap.server;

import java.io.IOException;

/** The body is longer than the limit of this door. */
final class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLarge() {
    super("the body is longer than " + LimitedRequest.BODY + " bytes");
  }
}
