package org.escale.gateway.radius.wire;

/** The codes of packets (RFC 2865, 2866, 5176, 5997). */
public final class Code {
  public static final int ACCESS_REQUEST = 1;
  public static final int ACCESS_ACCEPT = 2;
  public static final int ACCESS_REJECT = 3;
  public static final int ACCOUNTING_REQUEST = 4;
  public static final int ACCOUNTING_RESPONSE = 5;
  public static final int ACCESS_CHALLENGE = 11;
  public static final int STATUS_SERVER = 12;
  public static final int DISCONNECT_REQUEST = 40;
  public static final int DISCONNECT_ACK = 41;
  public static final int DISCONNECT_NAK = 42;
  public static final int COA_REQUEST = 43;
  public static final int COA_ACK = 44;
  public static final int COA_NAK = 45;

  private Code() {}

  /** Whether a packet of that code is one that an attacker must not be able to forge by MD5. */
  static boolean signedFirst(int code) {
    return code == ACCESS_ACCEPT || code == ACCESS_REJECT || code == ACCESS_CHALLENGE;
  }
}
