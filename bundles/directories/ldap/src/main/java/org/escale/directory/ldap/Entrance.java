package org.escale.directory.ldap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.unboundid.util.ssl.AggregateTrustManager;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.escale.spi.directory.DirectoryException;

/**
 * Which server, how it is known to be the one, and who we are there.
 *
 * @param wrapped whether TLS comes first ({@code ldaps}); else StartTLS
 */
record Entrance(
    String host,
    int port,
    boolean wrapped,
    boolean localToo,
    Account account,
    SSLContext tls,
    Duration deadline) {
  private static final int LDAP = 389;
  private static final int LDAPS = 636;

  /** Who we are there. */
  record Account(String bindDn, String password) {
    @Override
    public String toString() {
      return "Account";
    }
  }

  static Entrance of(Map<String, String> settings, Duration deadline) throws DirectoryException {
    var url = url(settings.get(LdapDirectory.URL));
    boolean wrapped = url.getScheme().equalsIgnoreCase("ldaps");
    var password = settings.get(LdapDirectory.PASSWORD);
    if (password.isEmpty()) {
      throw Checks.wrong(LdapDirectory.PASSWORD, "is empty: that would be nobody's sign-in");
    }
    return new Entrance(
        url.getHost(),
        url.getPort() >= 0 ? url.getPort() : wrapped ? LDAPS : LDAP,
        wrapped,
        Checks.yes(settings, LdapDirectory.LOCAL_TOO),
        new Account(Checks.dn(settings, LdapDirectory.BIND_DN), password),
        tls(settings.get(LdapDirectory.CERTIFICATE)),
        deadline);
  }

  private static URI url(String text) throws DirectoryException {
    try {
      var url = URI.create(text);
      var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      var plain = url.getRawUserInfo() == null && url.getRawQuery() == null;
      var bare = String.valueOf(url.getRawPath()).matches("/?|null");
      if (scheme.matches("ldaps?") && url.getHost() != null && plain && bare) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // told below: the text itself may hold a secret
    }
    throw Checks.wrong(LdapDirectory.URL, "is ldaps://host:port or ldap://host:port");
  }

  private static SSLContext tls(String pem) throws DirectoryException {
    try {
      var usual = JVMDefaultTrustManager.getInstance();
      var trusted = pem.isBlank() ? usual : new AggregateTrustManager(false, usual, also(pem));
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trusted}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw Checks.wrong(LdapDirectory.CERTIFICATE, "is no certificate in PEM form");
    }
  }

  private static X509TrustManager also(String pem) throws GeneralSecurityException, IOException {
    var certificates =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(pem.getBytes(UTF_8)));
    if (certificates.isEmpty()) {
      throw new IOException("none");
    }
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (var certificate : certificates) {
      store.setCertificateEntry("c" + store.size(), certificate);
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (var manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        return x509;
      }
    }
    throw new IOException("none");
  }
}
