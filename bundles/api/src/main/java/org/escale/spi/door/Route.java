package org.escale.spi.door;

import java.util.Map;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A path that a plug-in shows under {@code /api/v1}. It is authenticated, limited in size and rate,
 * and part of the access sweep like any other.
 */
@ConsumerType
public interface Route {
  /** {@code GET} or {@code POST}. */
  String method();

  /**
   * The path below {@code /api/v1/}, without a leading slash; for other plug-ins than the sandbox
   * below {@code x/}.
   */
  String path();

  /** Serves one request: the JSON object that came, to the JSON object to answer. */
  Outcome<Map<String, Object>> serve(Caller caller, Map<String, Object> body);
}
