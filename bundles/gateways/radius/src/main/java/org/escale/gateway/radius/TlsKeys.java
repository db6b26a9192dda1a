package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.escale.spi.gateway.GatewayException;

/** What lies in the folder of keys, read once. */
record TlsKeys(List<KeyManager> own, Set<X509Certificate> authorities) {

  /**
   * Reads it.
   *
   * @throws GatewayException naming the file that cannot be used
   */
  static TlsKeys of(Path folder) throws GatewayException {
    var chain = certificates(folder.resolve("hub.pem"));
    var boxes = folder.resolve("boxes.pem");
    var authorities = Files.exists(boxes) ? certificates(boxes) : List.<X509Certificate>of();
    var none = new char[0];
    try {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, none);
      var key = key(folder.resolve("hub.key"), chain.get(0).getPublicKey().getAlgorithm());
      store.setKeyEntry("hub", key, none, chain.toArray(Certificate[]::new));
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, none);
      return new TlsKeys(List.of(managers.getKeyManagers()), Set.copyOf(authorities));
    } catch (IOException | GeneralSecurityException e) {
      throw new GatewayException("tls-keys: hub.key cannot be used: " + e.getMessage());
    }
  }

  private static List<X509Certificate> certificates(Path file) throws GatewayException {
    var all = new ArrayList<X509Certificate>();
    try (var text = Files.newInputStream(file)) {
      for (var one : CertificateFactory.getInstance("X.509").generateCertificates(text)) {
        all.add((X509Certificate) one);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new GatewayException("tls-keys: cannot read " + file + ": " + e.getMessage());
    }
    if (all.isEmpty()) {
      throw new GatewayException("tls-keys: no certificate in " + file);
    }
    return all;
  }

  /** A key as {@code openssl genpkey} writes it: PKCS 8 between two lines. */
  private static PrivateKey key(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    var text = Files.readString(file, US_ASCII).replaceAll("-----[A-Z ]+-----", "");
    try {
      var octets = Base64.getMimeDecoder().decode(text);
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(octets));
    } catch (IllegalArgumentException noBase64) {
      throw new IOException("no PKCS 8", noBase64);
    }
  }
}
