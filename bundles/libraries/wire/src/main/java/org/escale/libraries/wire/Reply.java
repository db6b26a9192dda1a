package org.escale.libraries.wire;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What was answered. {@link #toString} says nothing of it but the status. */
public record Reply(int status, HttpHeaders headers, String body) {
  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }
}
