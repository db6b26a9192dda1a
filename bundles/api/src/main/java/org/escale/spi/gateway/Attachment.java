package org.escale.spi.gateway;

import java.util.regex.Pattern;
import org.escale.access.GatewayId;

/**
 * By which device a session is used, and what its gateway calls it; stands in no log.
 *
 * @param gateway where
 * @param device hardware address, twelve hexadecimal digits in lower case
 * @param handle the gateway's own name for the session, at most 253 characters
 */
public record Attachment(GatewayId gateway, String device, String handle) {
  private static final int LONGEST = 253;
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{12}");

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if the device is no hardware address, or the handle too long
   */
  public Attachment {
    if (!ADDRESS.matcher(device).matches() || handle.length() > LONGEST) {
      throw new IllegalArgumentException("no attachment");
    }
  }

  /** Without the device. */
  @Override
  public String toString() {
    return "attachment at " + gateway;
  }
}
