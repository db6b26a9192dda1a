package org.escale.gateway.radius;

import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Packet;

/** Where a box is answered that speaks by TLS: all kinds of packets over one connection. */
record SecureDesk(Here here, Desk access, Desk accounting, TlsWay way) implements TlsDesk {

  @Override
  public TlsSettings tls() {
    return here.nas().tls().orElseThrow();
  }

  @Override
  public void connected(TlsConnection connection) {
    way.connected(connection);
  }

  @Override
  public void take(byte[] octets, TlsConnection connection) {
    var read = Packet.read(octets, octets.length);
    if (read.isEmpty()) {
      malformed();
      connection.close();
      return;
    }
    var packet = read.get();
    switch (packet.code()) {
      case Code.ACCESS_REQUEST, Code.STATUS_SERVER -> access.take(packet, connection::send);
      case Code.ACCOUNTING_REQUEST -> accounting.take(packet, connection::send);
      case Code.DISCONNECT_ACK, Code.DISCONNECT_NAK, Code.COA_ACK, Code.COA_NAK -> way.said(octets);
      default -> here.tally().note(Noted.UNEXPECTED);
    }
  }

  @Override
  public void malformed() {
    here.tally().note(Noted.MALFORMED);
  }

  /** Without settings. */
  @Override
  public String toString() {
    return "desk of " + here;
  }
}
