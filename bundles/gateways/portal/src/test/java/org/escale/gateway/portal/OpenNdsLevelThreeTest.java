package org.escale.gateway.portal;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.escale.spi.gateway.GatewayEvent.Kind;
import org.junit.Rule;
import org.junit.Test;

/** A real openNDS at level 3, which asks over TLS whom to let in; leases of one minute. */
public class OpenNdsLevelThreeTest {
  @Rule public final LeaseBench bench = new LeaseBench();

  @Test
  public void s1_atLevelThreeTheBoxAsksWhomToLetInAndALeaseGoesOn() throws Exception {
    var tls = Tls.made();
    bench.hub = new HubServer(HubServer.secure(tls.keys()), bench.driver);
    var file = tls.certificate().toString();
    var trusts = Map.of("SSL_CERT_FILE", file, "CURL_CA_BUNDLE", file);
    bench.centre = Centre.up(3, bench.hub.port(), trusts);
    bench.open("https", Map.of("box", "opennds-3", "name", Centre.NAME));
    bench.enters();
    bench.staysBeyondItsLease();
    assertEquals(List.of(Kind.START), bench.told.kinds(Kind.ALIVE));
    LeaseBench.says("level 3, lease PT1M", bench.checkedOut(Duration.ofSeconds(80)));
  }
}
