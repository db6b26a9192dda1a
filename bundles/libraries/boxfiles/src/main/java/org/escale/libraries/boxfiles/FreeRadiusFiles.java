package org.escale.libraries.boxfiles;

import java.util.Map;

/**
 * FreeRADIUS 3 between hostapd and the line: it ends 802.1X, what hostapd asks goes to the agent,
 * which asks the hub and decides by its list where that is silent; to the hub alone where the agent
 * is. What hostapd counts is on disk before it is acknowledged and is told until it was heard: by
 * the agent of whom it let in, by the hub of all others. Listens to the box itself only.
 */
final class FreeRadiusFiles {
  private static final String SERVER =
      """
      prefix = /usr
      name = escale-box
      libdir = /usr/lib/freeradius
      logdir = @{state}
      run_dir = @{state}
      pidfile = ${run_dir}/freeradius.pid
      max_request_time = 30
      max_requests = 16384
      hostname_lookups = no
      log {
        destination = syslog
        syslog_facility = daemon
        auth = no
      }
      security {
        max_attributes = 200
        reject_delay = 0
        status_server = yes
      }
      proxy_requests = yes
      $INCLUDE clients.conf
      $INCLUDE proxy.conf
      thread pool {
        start_servers = 2
        max_servers = 8
        min_spare_servers = 1
        max_spare_servers = 4
        max_requests_per_server = 0
      }
      modules {
        detail spool {
          filename = @{state}/accounting
          permissions = 0600
          locking = yes
        }
        detail own {
          filename = @{state}/accounting-own
          permissions = 0600
          locking = yes
        }
        always reject {
          rcode = reject
        }
      """
          + EapTexts.MODULES
          + "}\n";
  private static final String SITES =
      """
      server box {
        listen {
          type = auth
          ipaddr = 127.0.0.1
          port = 1812
        }
        listen {
          type = acct
          ipaddr = 127.0.0.1
          port = 1813
        }
      """
          + EapTexts.OUTER
          + """
        accounting {
          if ("%{string:Class}" =~ /^box\\./) {
            own
          }
          else {
            spool
          }
        }
      }
      server spool {
        listen {
          type = detail
          filename = @{state}/accounting
          load_factor = 90
          poll_interval = 1
          retry_interval = 30
        }
        accounting {
          # radsecproxy answers accounting without a name itself, and tells nobody
          if (!&User-Name) {
            update request {
              User-Name := "nobody"
            }
          }
          update control {
            Proxy-To-Realm := "hub"
          }
        }
      }
      server own {
        listen {
          type = detail
          filename = @{state}/accounting-own
          load_factor = 90
          poll_interval = 1
          retry_interval = 30
        }
        accounting {
          update control {
            Proxy-To-Realm := "agent"
          }
        }
      }
      """;
  private static final String CLIENTS =
      """
      client box {
        ipaddr = 127.0.0.1
        secret = @{radius-secret}
        require_message_authenticator = yes
        shortname = box
      }
      """;
  private static final String PROXY =
      """
      proxy server {
        default_fallback = no
      }
      home_server agent {
        type = auth
        ipaddr = 127.0.0.1
        port = 1816
        secret = @{radius-secret}
        response_window = 5
        zombie_period = 20
        status_check = status-server
        check_interval = 6
        num_answers_to_alive = 3
      }
      home_server hub {
        type = auth
        ipaddr = 127.0.0.1
        port = 1814
        secret = @{radius-secret}
        response_window = 5
        zombie_period = 20
        status_check = status-server
        check_interval = 30
      }
      home_server told-agent {
        type = acct
        ipaddr = 127.0.0.1
        port = 1817
        secret = @{radius-secret}
        response_window = 5
        zombie_period = 20
        status_check = status-server
        check_interval = 6
      }
      home_server told-hub {
        type = acct
        ipaddr = 127.0.0.1
        port = 1815
        secret = @{radius-secret}
        response_window = 5
        zombie_period = 20
        status_check = status-server
        check_interval = 30
      }
      home_server_pool access {
        type = fail-over
        home_server = agent
        home_server = hub
      }
      home_server_pool told-agent {
        home_server = told-agent
      }
      home_server_pool told-hub {
        home_server = told-hub
      }
      realm hub {
        auth_pool = access
        acct_pool = told-hub
        nostrip
      }
      realm agent {
        acct_pool = told-agent
        nostrip
      }
      """;

  private FreeRadiusFiles() {}

  static Map<String, String> of(BoxFacts facts) {
    var head = BoxFiles.head(facts);
    return Map.of(
        BoxFiles.FREERADIUS + "radiusd.conf", head + SERVER + SITES + EapTexts.INNER,
        BoxFiles.FREERADIUS + "clients.conf", head + CLIENTS,
        BoxFiles.FREERADIUS + "proxy.conf", head + PROXY);
  }
}
