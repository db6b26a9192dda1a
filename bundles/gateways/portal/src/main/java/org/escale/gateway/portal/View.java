package org.escale.gateway.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The pages of one portal in one language. Immutable. */
final class View {
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;

  private final Pages pages;
  private final PortalGateway gateway;
  private final Ask ask;
  private final String language;
  private final Map<String, String> texts;

  View(Pages pages, PortalGateway gateway, Ask ask) {
    this.pages = pages;
    this.gateway = gateway;
    this.ask = ask;
    this.language = Texts.language(ask);
    this.texts = pages.texts(language);
  }

  /** Asks for the key; says what was wrong with the last one, by the name of a text. */
  Say login(String wrong) {
    var alert = wrong.isEmpty() ? "" : "<p class=\"alert\" role=\"alert\" id=\"wrong\">{0}</p>";
    var form =
        """
        <h1>{login.title}</h1>
        <p class="lead">{login.lead}</p>
        {alert}<form method="post" action="{action}">
        <label for="key">{login.label}</label>
        <input id="key" name="key" type="text" required maxlength="80" autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck="false" enterkeyhint="go" aria-describedby="{about}"{invalid}>
        <p class="hint" id="hint">{login.hint}</p>
        <button>{login.button}</button>
        </form>
        <section class="card"><h2>{help.title}</h2>
        <ol><li>{help.1}</li><li>{help.2}</li><li>{help.3}</li></ol></section>
        """
            .replace("{alert}", alert.replace("{0}", wrong.isEmpty() ? "" : texts.get(wrong)))
            .replace("{about}", wrong.isEmpty() ? "hint" : "wrong hint")
            .replace("{invalid}", wrong.isEmpty() ? "" : " aria-invalid=\"true\"")
            .replace("{action}", Pages.plain(here(language)));
    var status = wrong.isEmpty() ? 200 : wrong.equals("slow") ? TOO_MANY : FORBIDDEN;
    return page(status, "login.title", form, "");
  }

  /** Says that this device passes, and for how long. */
  Say online(Optional<Duration> left) {
    var time =
        left.map(
                d ->
                    "<h2>{online.left}</h2><p class=\"time\">%d&nbsp;{hours}&nbsp;%02d&nbsp;{minutes}</p>"
                        .formatted(d.toHours(), d.toMinutesPart()))
            .orElse("");
    var exit = Pages.plain(Login.box(gateway).exit());
    var main =
        """
        <h1>{online.title}</h1>
        <section class="card">%s<p>{online.rest}</p>
        <a class="go" href="{home}">{online.visit}</a></section>
        <p><a class="quiet" href="%s">{online.leave}</a></p>
        """
            .formatted(time, exit);
    return page(200, "online.title", main, "");
  }

  /** The box is to let the device in yet; the page looks again by itself. */
  Say waiting() {
    var main = "<h1>{waiting.title}</h1><p class=\"lead\" role=\"status\">{waiting.lead}</p>";
    return page(200, "waiting.title", main, "<meta http-equiv=\"refresh\" content=\"2\">");
  }

  /** Nobody knows which device this is: the box must send it here. */
  Say lost() {
    var main =
        "<h1>{lost.title}</h1><p class=\"lead\">{lost.lead}</p>"
            + "<p><a class=\"go\" href=\"/portal/%s/start\">{lost.button}</a></p>"
                .formatted(Pages.plain(gateway.id()));
    return page(200, "lost.title", main, "");
  }

  private Say page(int status, String title, String main, String refresh) {
    var slots = new HashMap<>(Map.of("lang", language, "title", texts.get(title)));
    slots.put("refresh", refresh);
    slots.put("languages", texts.get("languages"));
    slots.put("choice", choice());
    slots.put("main", filled(main));
    return pages.page(status, slots, gateway.settings().address());
  }

  private String filled(String html) {
    var text = html;
    for (var entry : texts.entrySet()) {
      text = text.replace("{" + entry.getKey() + "}", entry.getValue());
    }
    return text.replace("{home}", Pages.plain(gateway.settings().url() + "/"));
  }

  private String choice() {
    return Texts.LANGUAGES.stream()
        .map(
            other ->
                other.equals(language)
                    ? "<b aria-current=\"true\" lang=\"%s\">%s</b>".formatted(other, other)
                    : "<a href=\"%s\" lang=\"%s\" hreflang=\"%s\">%s</a>"
                        .formatted(Pages.plain(here(other)), other, other, other))
        .collect(Collectors.joining());
  }

  /** This page in a language, with what the box said of the device. */
  private String here(String other) {
    var query = new TreeMap<>(ask.query());
    query.put("lang", other);
    return "/portal/"
        + ask.path().stream().map(View::encoded).collect(Collectors.joining("/"))
        + "?"
        + query.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
