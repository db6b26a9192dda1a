package org.escale.libraries.boxfiles;

/**
 * dnsmasq: addresses and names for the devices of each segment, and where the captive portal
 * answers (DHCP option 114, RFC 8910). An address is not tried first, which would take 3 s: nobody
 * else gives any in a segment.
 */
final class DnsmasqFile {
  private static final String COMMON =
      """
      bind-dynamic
      except-interface=lo
      domain-needed
      bogus-priv
      stop-dns-rebind
      dhcp-authoritative
      no-ping
      dhcp-leasefile=@{state}/leases
      enable-ra
      dhcp-option=114,%s
      """;
  private static final String SEGMENT =
      """
      interface=%s
      dhcp-range=%s,%s,%s,1h
      dhcp-range=%s,ra-only,64,1h
      """;

  private DnsmasqFile() {}

  static String of(BoxFacts facts) {
    var addresses = facts.addresses();
    return BoxFiles.head(facts)
        + COMMON.formatted(facts.hub().portal())
        + BoxFiles.each(
            facts,
            s ->
                SEGMENT.formatted(
                    s.bridge(),
                    addresses.firstGuest(s),
                    addresses.lastGuest(s),
                    addresses.mask(),
                    addresses.network6(s)));
  }
}
