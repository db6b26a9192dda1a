package org.escale.rest.operation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
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
    var routes = new Routes(new Fence());
    routes.addRoute(new Shown("POST", "sandbox/clock"));
    routes.addRoute(new Shown("GET", "x/a/b"));
    assertTrue(routes.serving("POST", "sandbox/clock").isPresent());
    assertTrue(routes.serving("GET", "sandbox/clock").isEmpty());
    assertEquals("x/a/b", routes.serving("GET", "x/a/b").orElseThrow().path());
  }

  @Test
  public void e3_aBrokenRouteCostsItsOwnPathOnly() {
    var routes = new Routes(new Fence());
    routes.addRoute(new Broken(true));
    routes.addRoute(new Broken(false));
    var good = new Shown("GET", "x/good");
    routes.addRoute(good);
    assertEquals(2, routes.all().size());
    for (var how : List.of("throw", "self", "flood", "nothing")) {
      assertEquals(
          how,
          Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE),
          answer(routes, "x/broken", how));
    }
    assertEquals(Outcome.done("{\"how\":\"well\"}"), answer(routes, "x/good", "well"));
    routes.removeRoute(good);
    assertTrue(routes.serving("GET", "x/good").isEmpty());
  }

  private static Outcome<String> answer(Routes routes, String path, String how) {
    var shown = routes.serving("GET", path).orElseThrow();
    return routes.served(shown, Caller.NOBODY, new HashMap<>(Map.of("how", how)));
  }

  /** Answers nothing sensible, however it is asked. */
  private record Broken(boolean hidden) implements Route {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String path() {
      if (hidden) {
        throw new IllegalStateException("says not where it is");
      }
      return "x/broken";
    }

    @Override
    public Outcome<Map<String, Object>> serve(Caller caller, Map<String, Object> body) {
      var how = String.valueOf(body.get("how"));
      if (how.equals("self")) {
        return Outcome.done(Map.of("object", new Object()));
      }
      if (how.equals("flood")) {
        return Outcome.done(Map.of("text", "x".repeat(1_000_000)));
      }
      if (how.equals("nothing")) {
        return null;
      }
      throw new IllegalStateException(how);
    }
  }
}
