package org.escale.gateway.radius;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.escale.access.AccessGrant;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Message;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Secret;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.GatewayException;
import org.escale.tck.machine.Ports;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** An end that moves while somebody is there (CoA, RFC 5176). */
public class ChangeTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();
  private final Bench bench = new Bench();

  /**
   * FreeRADIUS takes changes as a server does that passes them on; gear that does is no package.
   */
  @Test
  public void freeRadiusReadsTheChangeAndTakesIt() throws Exception {
    var grant = bench.hub.lets("ann", Bench.EIGHT);
    int port = Ports.free();
    var server = freeRadius(port);
    try (var gateway =
        bench.open("coovachilli", Map.of("disconnect-port", Integer.toString(port)))) {
      await("it listens", () -> read("log").contains("Ready to process requests"));
      gateway.apply(grant);
      var in =
          bench
              .ask(RadiusLab.SECRET)
              .send(
                  "User-Name = \"ann\"",
                  "User-Password = \"key-of-ann\"",
                  "Calling-Station-Id = \"02-00-00-00-00-01\"",
                  "Message-Authenticator = 0x00");
      assertTrue(in.text(), in.accepted());
      var told =
          bench
              .tell(RadiusLab.SECRET)
              .send(
                  "Acct-Status-Type = Start",
                  "Acct-Session-Id = \"s1\"",
                  "User-Name = \"ann\"",
                  "Event-Timestamp = " + Bench.EIGHT.plusSeconds(60).getEpochSecond());
      assertFalse(told.text(), told.silent());
      gateway.apply(until(grant, 1, grant.until().plusSeconds(1800)));
      await("taken", () -> said().contains("change of ann s1 to 8940"));
      gateway.apply(until(grant, 2, grant.until().minusSeconds(1800)));
      await("refused", () -> gateway.health().text().contains("changes refused by the gear 1"));
      assertTrue(said(), said().contains("change of ann s1 to 5340"));
      assertEquals("once", 3, said().split("change of", -1).length);
    } finally {
      server.destroyForcibly();
      server.waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  public void aChangeIsSentUntilItIsAnsweredByWhoKnowsTheSecret() throws GatewayException {
    var here = bench.here("coovachilli");
    var changer = started(here);
    var first = changer.due();
    assertEquals(1, first.size());
    assertEquals("not before a second", 0, changer.due().size());
    bench.pass(Duration.ofSeconds(1));
    assertTrue("the very same", java.util.Arrays.equals(first.get(0), changer.due().get(0)));
    assertTrue(changer.answered(answer(first.get(0), "another-secret-of-20")));
    bench.pass(Duration.ofSeconds(2));
    assertEquals("forged", 1, changer.due().size());
    assertTrue(changer.answered(answer(first.get(0), RadiusLab.SECRET)));
    bench.pass(Duration.ofSeconds(60));
    assertEquals(0, changer.due().size());
  }

  @Test
  public void anEndThatMovedBeforeTheGearSaidThatSomebodyIsThereIsToldToo() throws Exception {
    var here = bench.here("coovachilli");
    var grant = bench.hub.lets("ann", Bench.EIGHT);
    here.book().learn(grant);
    here.book().lets(grant, told -> new byte[0]);
    here.book().learn(until(grant, 1, grant.until().plusSeconds(60)));
    var sessions = Bench.sessions(here);
    sessions.take(Bench.reading(here, Bench.news(1, "s1", "ann", 1)));
    assertEquals(1, new Changer(here, sessions).due().size());
  }

  @Test
  public void gearThatCannotIsNotTold() throws GatewayException {
    for (var name : Profile.names()) {
      var changer = started(bench.here(name));
      assertEquals(name, name.equals("coovachilli") ? 1 : 0, changer.due().size());
    }
  }

  /** Somebody is there, and the end moves. */
  private Changer started(Here here) {
    var grant = bench.hub.lets("ann", Bench.EIGHT);
    here.book().learn(grant);
    var sessions = Bench.sessions(here);
    sessions.take(Bench.reading(here, Bench.news(1, "s1", "ann", 1)));
    var changer = new Changer(here, sessions);
    assertEquals(0, changer.due().size());
    here.book().learn(until(grant, 1, grant.until().plusSeconds(60)));
    return changer;
  }

  private static byte[] answer(byte[] request, String secret) {
    var packet = Packet.read(request, request.length).orElseThrow();
    assertEquals(Code.COA_REQUEST, packet.code());
    assertTrue(packet.has(Type.SESSION_TIMEOUT));
    return Message.answer(Code.COA_ACK, packet)
        .answering(Secret.of(secret), packet.authenticator());
  }

  private static AccessGrant until(AccessGrant g, int more, Instant until) {
    return new AccessGrant(
        g.id(),
        g.revision() + more,
        g.visit(),
        g.person(),
        g.centre(),
        g.segment(),
        g.key(),
        g.from(),
        until,
        false);
  }

  private Process freeRadius(int port) throws IOException {
    var room = temporary.getRoot().toPath();
    var text =
        """
        prefix = /usr
        libdir = /usr/lib/freeradius
        logdir = %1$s
        run_dir = %1$s
        security { }
        client hub {
          ipaddr = 127.0.0.1
          secret = %3$s
        }
        modules {
          linelog said {
            filename = %1$s/changes
            format = "change of %%{User-Name} %%{Acct-Session-Id} to %%{Session-Timeout}"
          }
          always ok {
            rcode = ok
          }
          always reject {
            rcode = reject
          }
        }
        server coa {
          listen {
            type = coa
            ipaddr = 127.0.0.1
            port = %2$d
            virtual_server = coa
          }
          recv-coa {
            if (&Packet-Type == Disconnect-Request) {
              reject
            }
            else {
              said
              if (&Session-Timeout < 7200) {
                reject
              }
              else {
                ok
              }
            }
          }
        }
        """;
    Files.writeString(
        room.resolve("radiusd.conf"), text.formatted(room, port, RadiusLab.SECRET), UTF_8);
    return new ProcessBuilder("freeradius", "-f", "-l", room + "/log", "-d", room.toString())
        .redirectErrorStream(true)
        .redirectOutput(room.resolve("out").toFile())
        .start();
  }

  private String said() {
    return read("changes");
  }

  private String read(String file) {
    try {
      Path there = temporary.getRoot().toPath().resolve(file);
      return Files.exists(there) ? Files.readString(there) : "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void await(String what, BooleanSupplier until) {
    long limit = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!until.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError(what + ": " + said() + read("log"));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
