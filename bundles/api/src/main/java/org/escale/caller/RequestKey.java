package org.escale.caller;

/**
 * What makes a repeated command harmless (law B3).
 *
 * @param operation the operation it belongs to
 * @param key the caller's own key, 1 to 128 characters
 * @param digest SHA-256 of the body in hex: the same key with another body is refused
 */
public record RequestKey(String operation, String key, String digest) {
  /** The key of one of several changes of the same request, counted from 0. */
  public RequestKey part(int number) {
    return new RequestKey(operation + "#" + number, key, digest);
  }
}
