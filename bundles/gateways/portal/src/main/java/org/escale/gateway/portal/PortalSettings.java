package org.escale.gateway.portal;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.escale.spi.gateway.GatewayException;

/**
 * How one portal is set up.
 *
 * @param box what stands in the centre
 * @param agent whether our agent runs on the box, which can cut from outside
 * @param address the box as its devices reach it, host and port
 * @param url the portal as devices reach it, without a path: {@code https://escale.example}
 * @param secret shared with the box, 16 to 64 letters and digits; never logged
 * @param lease how long the box lets a device in without asking again, whole minutes
 * @param name the box's gateway name, by which its requests at level 3 are known
 */
record PortalSettings(
    Kind box,
    boolean agent,
    String address,
    String url,
    String secret,
    Duration lease,
    String name) {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.-]{1,253}:[0-9]{1,5}");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9]{16,64}");
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(12);

  /** What stands in the centre. */
  enum Kind {
    /** openNDS, which redirects with what it does not sign, and is told through the device. */
    OPENNDS_1,
    /** openNDS, which encrypts what it redirects with, and asks us whom to let in. */
    OPENNDS_3,
    /** CoovaChilli, which asks a RADIUS server. */
    CHILLI
  }

  /** Reads settings; every mistake is said by its name and without its value. */
  static PortalSettings of(Map<String, String> settings) throws GatewayException {
    var box = kind(settings.getOrDefault("box", "opennds-1"));
    return new PortalSettings(
        box,
        Boolean.parseBoolean(settings.getOrDefault("agent", "false")),
        matching(settings, "address", ADDRESS, "the box's host:port as its devices reach it"),
        url(settings.getOrDefault("url", "")),
        matching(settings, "secret", SECRET, "16 to 64 letters and digits"),
        lease(settings.getOrDefault("lease", "PT30M")),
        settings.getOrDefault("name", ""));
  }

  /** Whether the box speaks up by itself, so that its silence says something. */
  boolean speaks() {
    return agent || box == Kind.OPENNDS_3;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "portal " + box + " at " + address;
  }

  private static Kind kind(String text) throws GatewayException {
    return switch (text) {
      case "opennds-1" -> Kind.OPENNDS_1;
      case "opennds-3" -> Kind.OPENNDS_3;
      case "chilli" -> Kind.CHILLI;
      default -> throw new GatewayException("box is opennds-1, opennds-3 or chilli");
    };
  }

  private static String matching(
      Map<String, String> settings, String name, Pattern shape, String meant)
      throws GatewayException {
    var text = settings.getOrDefault(name, "");
    if (!shape.matcher(text).matches()) {
      throw new GatewayException(name + " is " + meant);
    }
    return text;
  }

  private static String url(String text) throws GatewayException {
    try {
      var url = URI.create(text);
      var web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (web && url.getHost() != null && url.getRawPath().isEmpty() && url.getQuery() == null) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      throw new GatewayException("url is no address");
    }
    throw new GatewayException("url is where devices reach this instance: https://host, no path");
  }

  private static Duration lease(String text) throws GatewayException {
    try {
      var lease = Duration.parse(text);
      if (lease.compareTo(SHORTEST) >= 0
          && lease.compareTo(LONGEST) <= 0
          && lease.toSecondsPart() == 0) {
        return lease;
      }
    } catch (DateTimeException e) {
      throw new GatewayException("lease is a duration such as PT30M");
    }
    throw new GatewayException("lease is PT1M to PT12H, in whole minutes");
  }
}
