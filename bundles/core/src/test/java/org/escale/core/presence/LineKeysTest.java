package org.escale.core.presence;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;

import java.time.LocalDate;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.client.Pseudonym;
import org.escale.federation.CentreId;
import org.junit.Test;

/** Rule L1: nothing that one box or one day knows fits another. */
public class LineKeysTest {
  private static final LocalDate DAY = LocalDate.parse("2027-03-01");
  private static final CentreId HERE = new CentreId("here");
  private static final CentreId THERE = new CentreId("there");
  private static final Pseudonym ANN = new Pseudonym("ann");

  private final LineKeys keys = new LineKeys("secret");

  @Test
  public void l1_aPersonAPurseAndABoxAreCalledOtherwiseEverywhere() {
    assertNotEquals(keys.handle(HERE, ANN), keys.handle(THERE, ANN));
    assertNotEquals(keys.handle(HERE, ANN), keys.handle(HERE, new Pseudonym("bob")));
    assertNotEquals(keys.purse(HERE, "credit:k"), keys.purse(THERE, "credit:k"));
    assertNotEquals(keys.purse(HERE, "credit:k"), keys.purse(HERE, "credit:l"));
    assertNotEquals(keys.salt(new GatewayId("b-1")), keys.salt(new GatewayId("b-2")));
    assertNotEquals(keys.handle(HERE, ANN), new LineKeys("other").handle(HERE, ANN));
  }

  @Test
  public void l1_aCodeIsOfOnePersonOneDayAndOneTime() {
    var handle = keys.handle(HERE, ANN);
    var code = keys.code(LineKeys.grant(handle, DAY, 0));
    assertEquals(code, keys.code(LineKeys.grant(handle, DAY, 0)));
    assertNotEquals(code, keys.code(LineKeys.grant(handle, DAY.plusDays(1), 0)));
    assertNotEquals(code, keys.code(LineKeys.grant(handle, DAY, 1)));
    assertNotEquals(code, keys.code(LineKeys.grant(keys.handle(THERE, ANN), DAY, 0)));
    assertNotEquals(code, new LineKeys("other").code(LineKeys.grant(handle, DAY, 0)));
    assertEquals(handle, LineKeys.handle(LineKeys.grant(handle, DAY, 0)));
  }

  @Test
  public void s6_whatTheHubOpenedIsNoneOfThese() {
    var hubs = new GrantId("1b4e28ba-2fa1-11d2-883f-0016d3cca427");
    assertFalse(LineKeys.opened(hubs));
    assertEquals("", LineKeys.handle(hubs));
  }
}
