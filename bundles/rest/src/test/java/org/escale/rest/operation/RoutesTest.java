package org.escale.rest.operation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.escale.spi.door.Route;
import org.junit.Test;

/** Routes of plug-ins are found by method and path. */
public final class RoutesTest {
  private record Shown(String method, String path) implements Route {
    @Override
    public Outcome<Map<String, Object>> serve(Caller caller, Map<String, Object> body) {
      return Outcome.done(body);
    }
  }

  @Test
  public void aPartInBracesFitsAnyPart() {
    assertTrue(Routes.fits("sandbox/scenarios/{name}", "sandbox/scenarios/marriage"));
    assertFalse(Routes.fits("sandbox/scenarios/{name}", "sandbox/scenarios/"));
    assertFalse(Routes.fits("sandbox/scenarios/{name}", "sandbox/scenarios/a/b"));
    assertFalse(Routes.fits("sandbox/clock", "sandbox/clocks"));
  }

  @Test
  public void methodAndPathBothDecide() {
    var routes = new Routes();
    routes.routes = List.of(new Shown("POST", "sandbox/clock"), new Shown("GET", "x/a/b"));
    assertTrue(routes.serving("POST", "sandbox/clock").isPresent());
    assertTrue(routes.serving("GET", "sandbox/clock").isEmpty());
    assertEquals("x/a/b", routes.serving("GET", "x/a/b").orElseThrow().path());
  }
}
