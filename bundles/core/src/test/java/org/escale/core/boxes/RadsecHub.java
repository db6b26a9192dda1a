package org.escale.core.boxes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.escale.service.Boxes.HubKeys;

/** A hub's end of RADIUS over TLS, by nothing but the keys that were issued for it. */
final class RadsecHub {
  private static final int LIMIT_MS = 60_000;

  private RadsecHub() {}

  /** Listens at that port of this machine for those whom its authority knows. */
  static SSLServerSocket listening(HubKeys keys, int port) throws Exception {
    var none = new char[0];
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, none);
    var chain = certificates(keys.certificate());
    var octets = Base64.getMimeDecoder().decode(keys.key().replaceAll("-----[A-Z ]+-----", ""));
    var key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(octets));
    store.setKeyEntry("hub", key, none, chain.toArray(Certificate[]::new));
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, none);
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, none);
    trusted.setCertificateEntry("boxes", certificates(keys.authority()).get(0));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    var here = InetAddress.getLoopbackAddress();
    var socket =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(port, 50, here);
    socket.setNeedClientAuth(true);
    socket.setSoTimeout(LIMIT_MS);
    return socket;
  }

  /** Those of a text, in their order. */
  static List<X509Certificate> certificates(String pem) throws Exception {
    var bytes = new ByteArrayInputStream(pem.getBytes(UTF_8));
    return CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
        .map(X509Certificate.class::cast)
        .toList();
  }
}
