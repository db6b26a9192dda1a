package org.escale.spi.gateway;

import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Speaks to one kind of gateway.
 *
 * <ol>
 *   <li>GW1 {@link #open} returns a gateway that works, or throws and leaves nothing open.
 *   <li>GW2 {@link Gateway#apply} is idempotent by grant id and revision; an older revision changes
 *       nothing.
 *   <li>GW3 A grant that is revoked or over lets nobody in, and a session under it is cut.
 *   <li>GW4 A key lets in exactly the person of its grant, at the grant's centre, until its
 *       absolute end; a newer revision may move that end, later or earlier.
 *   <li>GW5 Events reach {@link GatewayHost#report} or {@code note} at least once and keep their
 *       sequence; none is dropped while the host throws.
 *   <li>GW6 No call takes longer than 5 s; silence is {@link GatewayAnswer#UNREACHABLE}, never an
 *       exception.
 *   <li>GW7 Keys stand in no log, exception or {@code toString}.
 *   <li>GW8 {@link Gateway#close()} ends all its threads and sockets within 5 s, and may be called
 *       twice.
 *   <li>GW9 What happened while the hub was away is told afterwards, each event with the instant at
 *       which it happened, a session's end once.
 *   <li>GW10 A driver that lets in whoever shows a key asks {@link GatewayHost#admit} last, when
 *       everything else allows: a key that is copied is of no use to another device. A driver that
 *       counts a person's devices itself need not.
 *   <li>GW11 A gateway that is opened again cuts what {@link GatewayHost#attached} remembers and
 *       its grant no longer allows, as if it had never been closed.
 *   <li>GW12 A decision reads memory only: no call to the outside, no wait for another packet. A
 *       refusal waits for nothing; who is let in may be kept waiting until the hub has noted it.
 *   <li>GW13 {@link #check} refuses what {@link #open} would refuse because of the settings alone.
 * </ol>
 */
@ConsumerType
public interface GatewayDriver {
  /** The kind of gateway, as configuration names it: {@code simulated}. */
  String kind();

  /**
   * Looks whether these settings could work; no call to the outside, nothing is opened.
   *
   * @param settings in clear
   * @throws GatewayException naming the setting that is unknown, missing or wrong, not its value
   */
  default void check(Map<String, String> settings) throws GatewayException {}

  /**
   * Opens one gateway.
   *
   * @throws GatewayException if the configuration cannot work; says why
   */
  Gateway open(GatewayConfig config, GatewayHost host) throws GatewayException;
}
