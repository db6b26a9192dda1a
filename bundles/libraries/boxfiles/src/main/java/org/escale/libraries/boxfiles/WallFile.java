package org.escale.libraries.boxfiles;

import java.util.List;
import java.util.stream.Collectors;

/**
 * nftables: nobody reaches another company's devices, the box's own services or the centre's own
 * network. The bridge's table holds for every frame (IPv4, IPv6, ARP, multicast, anything), the
 * routed one for what goes through the box. What no rule lets pass is dropped.
 */
final class WallFile {
  private static final String ROUTED =
      """
      table inet escale_box
      delete table inet escale_box
      table inet escale_box {
        chain forward {
          type filter hook forward priority filter; policy drop;
          ct state established,related accept
          iifname "seg*" fib saddr . iif oif missing drop comment "an address of its own segment only"
          iifname . oifname @open accept comment "people of one company, where the kernel shows bridged frames here"
          iifname "seg*" oifname "%1$s" ip daddr @private4 drop comment "never into the centre's own network"
          iifname "seg*" oifname "%1$s" ip6 daddr { fc00::/7, fe80::/10 } drop
          iifname "seg*" oifname "%1$s" accept comment "to the line"
        }
        chain input {
          type filter hook input priority filter; policy drop;
          iifname "lo" accept
          ct state established,related accept
          icmp type echo-request limit rate 20/second accept
          icmpv6 type { echo-request, nd-neighbor-solicit, nd-neighbor-advert, nd-router-solicit } accept
          iifname "%1$s" udp dport { 68, 546 } accept
          iifname "%1$s" icmpv6 type nd-router-advert accept
          iifname "seg*" udp dport { 53, 67 } accept
          iifname "seg*" tcp dport 53 accept
        }
        chain line {
          type nat hook postrouting priority srcnat; policy accept;
          iifname "seg*" oifname "%1$s" masquerade
        }
        set open {
          type ifname . ifname
      %2$s  }
        set private4 {
          type ipv4_addr
          flags interval
          elements = { 10.0.0.0/8, 100.64.0.0/10, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16, 224.0.0.0/4 }
        }
      }
      """;
  private static final String BRIDGED =
      """
      table bridge escale_box
      delete table bridge escale_box
      table bridge escale_box {
        set routers {
          type ipv4_addr
      %s  }
        set peers {
          type ifname . ifname
      %s  }
        chain prerouting {
          type filter hook prerouting priority filter; policy accept;
          ether type { 8021q, 8021ad } drop comment "forged tags"
          ether saddr & 01:00:00:00:00:00 == 01:00:00:00:00:00 drop comment "no sender is a group"
          ether type ip udp sport 67 drop comment "only the box gives addresses"
          ether type ip6 icmpv6 type nd-router-advert drop comment "only the box is the router"
          ether type arp arp saddr ip @routers drop comment "nobody speaks for the box"
        }
        chain forward {
          type filter hook forward priority filter; policy drop;
          iifname . oifname @peers accept comment "people of one company, as it wants"
        }
      }
      """;

  private WallFile() {}

  static String of(BoxFacts facts) {
    var routers = facts.segments().stream().map(facts.addresses()::router).toList();
    return BoxFiles.head(facts)
        + ROUTED.formatted(facts.uplink(), elements(open(facts)))
        + BRIDGED.formatted(elements(routers), elements(peers(facts)));
  }

  private static List<String> open(BoxFacts facts) {
    return facts.segments().stream()
        .filter(Segment::peers)
        .map(s -> pair(s.bridge(), s.bridge()))
        .toList();
  }

  /** Each pair of interfaces between which people of one company may reach each other. */
  private static List<String> peers(BoxFacts facts) {
    return facts.segments().stream()
        .filter(Segment::peers)
        .flatMap(
            s ->
                facts.wlans().stream()
                    .flatMap(
                        from ->
                            facts.wlans().stream().map(to -> pair(from.device(s), to.device(s)))))
        .toList();
  }

  private static String pair(String from, String to) {
    return "\"" + from + "\" . \"" + to + "\"";
  }

  private static String elements(List<String> all) {
    return all.isEmpty()
        ? ""
        : all.stream().collect(Collectors.joining(", ", "    elements = { ", " }\n"));
  }
}
