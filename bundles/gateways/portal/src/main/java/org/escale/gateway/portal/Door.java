package org.escale.gateway.portal;

import java.util.Map;
import java.util.Optional;

/**
 * Answers what comes to {@code /portal/}: people's devices, which the box sent here, and the box
 * itself. Safe for many threads.
 */
final class Door {
  private final PortalDriver driver;
  private final Login login = new Login(new Pages());
  private final Agent agent = new Agent();
  private final Authmon authmon = new Authmon();
  private final CaptiveApi api = new CaptiveApi();

  private final String script = Texts.file("agent.sh");

  Door(PortalDriver driver) {
    this.driver = driver;
  }

  Say answer(Ask ask) {
    var gateway = ask.path().isEmpty() ? Optional.<PortalGateway>empty() : gateway(ask);
    if (gateway.isEmpty()) {
      return Say.text(404, "There is no such portal.\n");
    }
    var what = ask.path().size() > 1 ? ask.path().get(1) : "";
    return switch (ask.method() + " " + what) {
      case "GET " -> login.come(gateway.get(), ask);
      case "POST " ->
          ask.form().containsKey("auth_get")
              ? authmon.answer(gateway.get(), ask)
              : login.key(gateway.get(), ask);
      case "GET in" -> login.in(gateway.get(), ask);
      case "GET start" -> Say.see("http://" + gateway.get().settings().address() + "/", Map.of());
      case "GET api" -> api.answer(gateway.get(), ask);
      case "GET agent" -> Say.text(200, script);
      case "POST box" -> agent.answer(gateway.get(), ask);
      default -> Say.text(404, "There is no such page.\n");
    };
  }

  private Optional<PortalGateway> gateway(Ask ask) {
    return driver.gateway(ask.path().get(0));
  }
}
