package org.escale.centre.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.escale.libraries.link.Troubles;
import org.escale.libraries.wire.Border;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;

/**
 * Which server, who we are there, and by which keys the server shows that it is the one.
 *
 * @param folder its path, ending in a slash
 */
record SftpEntrance(
    URI place, String folder, List<KeyPair> keys, String password, Admission admission) {
  private static final int PORT = 22;
  private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

  /** Whom we speak to. */
  record Admission(Set<String> hostKeys, boolean localToo) {}

  static SftpEntrance of(URI place, Map<String, String> settings, boolean localToo)
      throws CentreException {
    var path = place.getPath();
    return new SftpEntrance(
        place,
        path.endsWith("/") ? path : path + "/",
        keys(settings.get(CsvAdapter.PRIVATE_KEY)),
        settings.get(CsvAdapter.PASSWORD),
        new Admission(hostKeys(settings.get(CsvAdapter.HOST_KEYS)), localToo));
  }

  int port() {
    return place.getPort() < 0 ? PORT : place.getPort();
  }

  /**
   * The address to connect to.
   *
   * @throws CentreException if it is of this machine and such are not meant
   */
  InetAddress address() throws IOException, CentreException {
    var address = InetAddress.getByName(place.getHost());
    if (!admission.localToo && Border.isLocal(address)) {
      throw new CentreException(Trouble.DENIED, "a local address is not allowed");
    }
    return address;
  }

  /** Whether that is one of the server's keys. */
  boolean knows(ClientSession session, SocketAddress from, PublicKey key) {
    return admission.hostKeys.contains(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
  }

  void identify(ClientSession session) {
    keys.forEach(session::addPublicKeyIdentity);
    if (!password.isEmpty()) {
      session.addPasswordIdentity(password);
    }
  }

  private static Set<String> hostKeys(String text) throws CentreException {
    var all = Set.copyOf(List.of(text.strip().split("\\s*,\\s*", -1)));
    for (var each : all) {
      if (!FINGERPRINT.matcher(each).matches()) {
        throw Troubles.setting(
            CsvAdapter.HOST_KEYS + " are fingerprints SHA256:..., of ssh-keygen -l");
      }
    }
    return all;
  }

  private static List<KeyPair> keys(String text) throws CentreException {
    var keys = new ArrayList<KeyPair>();
    if (text.isEmpty()) {
      return keys;
    }
    try (var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))) {
      var read =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName(CsvAdapter.PRIVATE_KEY), in, FilePasswordProvider.EMPTY);
      if (read != null) {
        read.forEach(keys::add);
      }
    } catch (IOException | GeneralSecurityException odd) {
      throw Troubles.setting(CsvAdapter.PRIVATE_KEY + " cannot be read");
    }
    if (keys.isEmpty()) {
      throw Troubles.setting(CsvAdapter.PRIVATE_KEY + " cannot be read");
    }
    return keys;
  }

  /** Without what may be a secret. */
  @Override
  public String toString() {
    return "SftpEntrance";
  }
}
