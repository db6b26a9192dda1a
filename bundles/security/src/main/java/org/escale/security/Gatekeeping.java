package org.escale.security;

import org.escale.caller.AccountId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who did what at the gate: one line each, {@code event account=id key=value}. Never a
 * secret, never what a stranger typed as a name (people type passwords there).
 */
final class Gatekeeping {
  private static final Logger LOG = LoggerFactory.getLogger("escale.audit");
  private static final String NOBODY = "unknown";

  private Gatekeeping() {}

  /** A line that says all by itself. */
  static void line(String text) {
    LOG.info("{}", text);
  }

  /** An account that exists did this. */
  static void did(String event, AccountId account, String what) {
    LOG.info("{} account={} {}", event, account.value(), what);
  }

  /** Somebody failed to sign in; {@code known} only where such an account exists. */
  static void failed(java.util.Optional<AccountId> known, String why) {
    LOG.warn("sign-in-failed account={} why={}", known.map(AccountId::value).orElse(NOBODY), why);
  }
}
