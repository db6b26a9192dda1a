package org.escale.gateway.radius.wire;

/** The numbers of attributes (RFC 2865, 2866, 2868, 2869, 5176). */
public final class Type {
  public static final int USER_NAME = 1;
  public static final int USER_PASSWORD = 2;
  public static final int CHAP_PASSWORD = 3;
  public static final int CLASS = 25;
  public static final int VENDOR_SPECIFIC = 26;
  public static final int SESSION_TIMEOUT = 27;
  public static final int IDLE_TIMEOUT = 28;
  public static final int TERMINATION_ACTION = 29;
  public static final int CALLING_STATION_ID = 31;
  public static final int NAS_IDENTIFIER = 32;
  public static final int PROXY_STATE = 33;
  public static final int ACCT_STATUS_TYPE = 40;
  public static final int ACCT_DELAY_TIME = 41;
  public static final int ACCT_INPUT_OCTETS = 42;
  public static final int ACCT_OUTPUT_OCTETS = 43;
  public static final int ACCT_SESSION_ID = 44;
  public static final int ACCT_INPUT_GIGAWORDS = 52;
  public static final int ACCT_OUTPUT_GIGAWORDS = 53;
  public static final int EVENT_TIMESTAMP = 55;
  public static final int CHAP_CHALLENGE = 60;
  public static final int TUNNEL_TYPE = 64;
  public static final int TUNNEL_MEDIUM_TYPE = 65;
  public static final int TUNNEL_PASSWORD = 69;
  public static final int EAP_MESSAGE = 79;
  public static final int MESSAGE_AUTHENTICATOR = 80;
  public static final int TUNNEL_PRIVATE_GROUP_ID = 81;
  public static final int ACCT_INTERIM_INTERVAL = 85;
  public static final int ERROR_CAUSE = 101;

  private Type() {}
}
