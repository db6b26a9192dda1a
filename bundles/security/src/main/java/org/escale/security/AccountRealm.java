package org.escale.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.credential.PasswordMatcher;
import org.apache.shiro.authc.credential.PasswordService;
import org.apache.shiro.realm.AuthenticatingRealm;
import org.escale.caller.Account;

/**
 * The accounts of the store, as Shiro asks for them. A name that is not there, is closed or has no
 * password gets a hash that no password fits, so that it takes as long as a wrong password.
 */
final class AccountRealm extends AuthenticatingRealm {
  private final Function<String, Optional<Account>> accounts;
  private final String fitsNothing = hashOfNothing();

  AccountRealm(Function<String, Optional<Account>> accounts, PasswordService passwords) {
    this.accounts = accounts;
    setName("org.escale.security");
    setAuthenticationCachingEnabled(false);
    var matcher = new PasswordMatcher();
    matcher.setPasswordService(passwords);
    setCredentialsMatcher(matcher);
  }

  @Override
  protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
    var name = (String) token.getPrincipal();
    var hash =
        accounts
            .apply(name)
            .filter(Account::open)
            .map(Account::passwordHash)
            .filter(text -> !text.isEmpty())
            .orElse(fitsNothing);
    return new SimpleAuthenticationInfo(name, hash, getName());
  }

  /** The form that Shiro writes, with its parameters, over random bits: nothing hashes to it. */
  private static String hashOfNothing() {
    var random = new SecureRandom();
    var salt = new byte[16];
    var hash = new byte[32];
    random.nextBytes(salt);
    random.nextBytes(hash);
    var text = Base64.getEncoder().withoutPadding();
    return Passwords.PARAMETERS + text.encodeToString(salt) + "$" + text.encodeToString(hash);
  }
}
