package org.escale.gateway.radius;

/** A box that speaks by TLS, as the port sees it; safe for many threads. */
interface TlsDesk {
  /** How it is known. */
  TlsSettings tls();

  /** It is there: by this connection it is asked and answered, and by no older one. */
  void connected(TlsConnection connection);

  /** It said that: a request, or the answer to ours. */
  void take(byte[] packet, TlsConnection connection);

  /** That was no packet. */
  void malformed();
}
