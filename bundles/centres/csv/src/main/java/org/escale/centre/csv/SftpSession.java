package org.escale.centre.csv;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;

/**
 * A session with an SFTP server, begun when it is needed. Neither the keys nor the habits of
 * whoever runs this process are used: only what the centre's settings say.
 */
final class SftpSession {
  private static final Duration CLOSING = Duration.ofSeconds(4);

  private final SftpEntrance entrance;
  private final Duration deadline;
  private final List<SshClient> open = Collections.synchronizedList(new ArrayList<>());
  private volatile SftpClient sftp;

  SftpSession(SftpEntrance entrance, Duration deadline) {
    this.entrance = entrance;
    this.deadline = deadline;
  }

  /** The server, asked for its files. */
  SftpClient files() throws IOException, CentreException {
    var now = sftp;
    if (now == null || !now.isOpen()) {
      cut();
      now = begin();
      sftp = now;
    }
    return now;
  }

  /** Ends it at once; the next question begins another. */
  void cut() {
    ended();
  }

  /** Ends it, and waits for its threads. */
  void close() {
    for (var client : ended()) {
      try {
        client.close(true).await(CLOSING);
      } catch (IOException left) {
        // it ends by itself
      }
    }
  }

  private List<SshClient> ended() {
    synchronized (open) {
      var all = List.copyOf(open);
      open.clear();
      all.forEach(client -> client.close(true));
      return all;
    }
  }

  private SftpClient begin() throws IOException, CentreException {
    var address = entrance.address();
    var client = client();
    open.add(client);
    client.start();
    var user = entrance.place().getUserInfo();
    var session =
        client
            .connect(user, address.getHostAddress(), entrance.port())
            .verify(deadline)
            .getSession();
    authenticate(session);
    return SftpClientFactory.instance().createSftpClient(session);
  }

  private void authenticate(ClientSession session) throws IOException, CentreException {
    entrance.identify(session);
    try {
      session.auth().verify(deadline);
    } catch (SshException no) {
      var code = no.getDisconnectCode();
      if (code == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE) {
        throw new CentreException(Trouble.DENIED, "the server does not know us by that name");
      }
      if (code == SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE) {
        throw new CentreException(
            Trouble.DENIED, "the server's key is none of " + CsvAdapter.HOST_KEYS);
      }
      throw no;
    }
  }

  private SshClient client() {
    var client = SshClient.setUpDefaultClient();
    client.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory());
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(
        List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
    client.setServerKeyVerifier(entrance::knows);
    return client;
  }
}
