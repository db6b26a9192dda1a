package org.escale.gateway.radius;

/** What is counted and shown, and never answered or changes nothing. */
enum Noted {
  UNKNOWN_NAS("from unknown gear"),
  MALFORMED("malformed"),
  UNEXPECTED("of a kind that is not asked for"),
  UNSIGNED("not signed"),
  WRONG_SECRET("with a wrong secret"),
  REPEATED("repeated"),
  LATE("late"),
  UNASSIGNED("of nobody we know"),
  COUNTED_BACK("counters going back"),
  LIFE_AFTER_END("life after the end"),
  REFUSED("refused"),
  NOT_CUT("disconnects refused by the gear"),
  NOT_CHANGED("changes refused by the gear"),
  UNKNOWN_CERTIFICATE("with an unknown certificate"),
  EXPIRED_CERTIFICATE("with an expired certificate"),
  TOO_SLOW("too slow at TLS"),
  TOO_MANY("connections above the limit"),
  OVERLOADED("while too much waits");

  private final String text;

  Noted(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
