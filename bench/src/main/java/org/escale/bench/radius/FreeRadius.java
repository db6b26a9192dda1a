package org.escale.bench.radius;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** Debian's FreeRADIUS, with as little around it as it needs. */
final class FreeRadius implements Told {
  private static final int PATIENCE = 120;
  private static final int SECOND = 1_000;

  private final Credentials credentials;
  private final Path folder = Files.createTempDirectory("escale-bench-freeradius");
  private final InetSocketAddress access;
  private final InetSocketAddress accounting;
  private final Process process;

  /** Ready to answer. */
  FreeRadius(Credentials credentials, Members members) throws IOException {
    this.credentials = credentials;
    this.access = new InetSocketAddress(InetAddress.getLoopbackAddress(), Escale.freePort());
    this.accounting = new InetSocketAddress(InetAddress.getLoopbackAddress(), Escale.freePort());
    credentials.write(folder);
    Files.writeString(folder.resolve("radiusd.conf"), configuration());
    process =
        new ProcessBuilder("/usr/sbin/freeradius", "-f", "-l", "stdout", "-d", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    await(members);
  }

  private String configuration() {
    return """
    name = freeradius
    confdir = FOLDER
    libdir = /usr/lib/freeradius
    run_dir = ${confdir}
    db_dir = ${confdir}
    modconfdir = /etc/freeradius/3.0/mods-config
    cleanup_delay = 5
    max_requests = 65536
    hostname_lookups = no
    proxy_requests = no
    log {
      destination = stdout
      auth = no
    }
    security {
      reject_delay = 0
      status_server = no
    }
    thread pool {
      start_servers = 8
      max_servers = 32
      min_spare_servers = 3
      max_spare_servers = 10
      max_requests_per_server = 0
    }
    client bench {
      ipaddr = 127.0.0.1
      secret = SECRET
      require_message_authenticator = yes
    }
    modules {
      expr {
      }
      pap {
      }
      always done {
        rcode = ok
      }
      always lost {
        rcode = fail
      }
      MODULES
    }
    server bench {
      listen {
        type = auth
        ipaddr = 127.0.0.1
        port = ACCESS
      }
      listen {
        type = acct
        ipaddr = 127.0.0.1
        port = ACCOUNTING
      }
      authorize {
        AUTHORIZE
        pap
      }
      accounting {
        TELL
      }
      authenticate {
        Auth-Type PAP {
          pap
        }
      }
    }
    """
        .replace("FOLDER", folder.toString())
        .replace("SECRET", Question.SHARED)
        .replace("MODULES", credentials.modules())
        .replace("AUTHORIZE", credentials.authorize())
        .replace("TELL", credentials.accounting())
        .replace("ACCOUNTING", Integer.toString(accounting.getPort()))
        .replace("ACCESS", Integer.toString(access.getPort()));
  }

  private void await(Members members) throws IOException {
    try (var socket = new DatagramSocket()) {
      socket.setSoTimeout(SECOND);
      for (int i = 0; i < PATIENCE && process.isAlive(); i++) {
        var question = Question.any(members, new Random(), i).datagram();
        socket.send(new DatagramPacket(question, question.length, access));
        try {
          socket.receive(new DatagramPacket(new byte[SECOND], SECOND));
          return;
        } catch (SocketTimeoutException notYet) {
          // it reads its users
        }
      }
    }
    var said = Files.readString(folder.resolve("out"));
    close();
    throw new IOException(credentials.name() + " did not start: " + said);
  }

  @Override
  public String name() {
    return credentials.name();
  }

  @Override
  public InetSocketAddress access() {
    return access;
  }

  @Override
  public InetSocketAddress accounting() {
    return accounting;
  }

  @Override
  public Counted counted() throws IOException {
    return credentials.counted(folder);
  }

  @Override
  public Duration cpu() {
    return Processes.cpu(process.toHandle()).plus(credentials.cpu());
  }

  @Override
  public void close() throws IOException {
    Processes.end(process, folder);
  }
}
