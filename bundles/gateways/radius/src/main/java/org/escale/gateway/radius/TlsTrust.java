package org.escale.gateway.radius;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.X509TrustManager;
import org.escale.gateway.radius.wire.Seals;

/** Whose certificate it is that a box shows; safe for many threads. */
final class TlsTrust implements X509TrustManager {
  private static final Pattern NAME = Pattern.compile("(?:^|,)CN=([A-Za-z0-9._:-]+)(?:,|$)");

  private final Set<X509Certificate> authorities;
  private final List<TlsDesk> desks;
  private final Clock clock;

  /** Boxes may join {@code desks} and leave at any time. */
  TlsTrust(Set<X509Certificate> authorities, List<TlsDesk> desks, Clock clock) {
    this.authorities = authorities;
    this.desks = desks;
    this.clock = clock;
  }

  /**
   * Whose it is.
   *
   * @throws CertificateExpiredException if it is known, but not now
   * @throws CertificateException if nobody here has it
   */
  TlsDesk desk(X509Certificate... chain) throws CertificateException {
    var desk = known(chain);
    if (desk.isEmpty()) {
      throw new CertificateException("nobody's here");
    }
    current(chain[0]);
    if (desk.get().tls().subject().isPresent()) {
      vouched(chain);
    }
    return desk.get();
  }

  /** Throws unless it counts now. */
  void current(X509Certificate certificate) throws CertificateException {
    certificate.checkValidity(Date.from(clock.instant()));
  }

  private Optional<TlsDesk> known(X509Certificate... chain) throws CertificateException {
    var print = HexFormat.of().formatHex(Seals.sha256(chain[0].getEncoded()));
    var whole = chain[0].getSubjectX500Principal().getName();
    var name = NAME.matcher(whole);
    var subject =
        whole.indexOf('\\') < 0 && name.find()
            ? Optional.of(name.group(1))
            : Optional.<String>empty();
    return desks.stream()
        .filter(
            desk ->
                desk.tls().fingerprint().map(print::equals).orElse(false)
                    || (subject.isPresent() && desk.tls().subject().equals(subject)))
        .findFirst();
  }

  private void vouched(X509Certificate... chain) throws CertificateException {
    try {
      var anchors =
          authorities.stream().map(a -> new TrustAnchor(a, null)).collect(Collectors.toSet());
      var parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(clock.instant()));
      var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(chain));
      CertPathValidator.getInstance("PKIX").validate(path, parameters);
    } catch (GeneralSecurityException | RuntimeException no) {
      throw new CertificateException("signed by nobody we know", no);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    desk(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    throw new CertificateException("we are the server");
  }

  /** None: a box sends the one certificate it has. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
