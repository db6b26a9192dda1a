package org.escale.itests.people;

import com.unboundid.scim2.client.ScimService;
import java.net.URI;
import javax.ws.rs.client.Client;
import javax.ws.rs.client.ClientBuilder;
import javax.ws.rs.client.ClientRequestFilter;
import javax.ws.rs.core.HttpHeaders;
import org.glassfish.jersey.apache.connector.ApacheConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;

/** An employer's identity system: the client of UnboundID's SCIM 2 SDK, as its users have it. */
final class Identity implements AutoCloseable {
  private final Client client;
  private final ScimService scim;

  /** One that speaks to that door with that token. */
  Identity(URI door, String token) {
    client =
        ClientBuilder.newClient(
            new ClientConfig().connectorProvider(new ApacheConnectorProvider()));
    ClientRequestFilter signedIn =
        request -> request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    scim = new ScimService(client.target(door).register(signedIn));
  }

  /** What it does. */
  ScimService scim() {
    return scim;
  }

  @Override
  public void close() {
    client.close();
  }
}
