package org.escale.libraries.boxfiles;

/**
 * radsecproxy (1.9 and later): the one connection to the hub, opened from inside, TLS 1.2 or 1.3
 * with the box's certificate. "radsec" is the secret that RFC 6614 fixes: TLS is what protects.
 */
final class RadsecFile {
  private static final String TEXT =
      """
      ListenUDP 127.0.0.1:1814
      ListenUDP 127.0.0.1:1815
      LogLevel 3
      LogDestination x-syslog:///LOG_DAEMON
      tls hub {
        CACertificateFile @{files}/hub.pem
        CertificateFile @{keys}/box.pem
        CertificateKeyFile @{keys}/box.key
        TlsVersion TLS1_2:TLS1_3
      }
      client box {
        host 127.0.0.1
        type udp
        secret @{radius-secret}
      }
      server hub {
        host %s
        port %d
        type tls
        tls hub
        secret radsec
        CertificateNameCheck on
        StatusServer on
      }
      realm * {
        server hub
        accountingServer hub
      }
      """;

  private RadsecFile() {}

  static String of(BoxFacts facts) {
    return BoxFiles.head(facts) + TEXT.formatted(facts.hub().host(), facts.hub().port());
  }
}
