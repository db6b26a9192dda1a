package org.escale.soap.server;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.escale.access.Session;
import org.escale.billing.Payout;
import org.escale.billing.UsageRecord;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.presence.Authorisation;
import org.escale.refusal.Outcome;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.service.BookingOffice;
import org.escale.service.Lookup;
import org.escale.service.Metering;
import org.escale.service.Pace;
import org.escale.service.Reception;
import org.escale.service.Search;
import org.escale.service.SignIn;
import org.escale.soap.step.AllSteps;
import org.escale.soap.step.BookingSteps;
import org.escale.soap.step.MoneySteps;
import org.escale.soap.step.PresenceSteps;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Word;

/**
 * The door behind a real HTTP server on loopback, before use cases that answer one of each word.
 */
final class Door {
  static final String BOOK =
      "<f:Book><f:spaceId>axis-desk-1</f:spaceId><f:from>2027-03-01T09:00:00+01:00</f:from>"
          + "<f:to>2027-03-01T12:00:00Z</f:to>%s</f:Book>";

  static final String TOKEN = "a".repeat(43);

  /** What the use cases were asked, by method: its arguments. */
  final Map<String, List<Object>> asked = new ConcurrentHashMap<>();

  /** Answers instead of the usual one, by method. */
  final Map<String, Function<Object[], Object>> instead = new ConcurrentHashMap<>();

  /** What was written down. */
  final Book book = new Book();

  /** Who may ask now. */
  BiFunction<Pace.Kind, String, Optional<Refusal>> pace = (kind, who) -> Optional.empty();

  final Server server = new Server();
  final URI address;
  private final SoapDoor door;
  private final HttpClient client = HttpClient.newHttpClient();

  Door() throws Exception {
    door =
        new SoapDoor(
            service(SignIn.class),
            (kind, who) -> pace.apply(kind, who),
            book,
            new AllSteps(
                new BookingSteps(
                    service(Search.class), service(BookingOffice.class), service(Lookup.class)),
                new PresenceSteps(
                    service(Reception.class), service(Metering.class), service(Lookup.class)),
                new MoneySteps(service(Lookup.class))));
    var connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    var context = new ServletContextHandler();
    context.addServlet(new ServletHolder(door), "/soap/*");
    server.setHandler(context);
    server.start();
    address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/soap/v1/federation");
  }

  private <S> S service(Class<S> type) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          asked.put(method.getName(), new ArrayList<>(List.of(arguments)));
          var other = instead.get(method.getName());
          return other != null ? other.apply(arguments) : usual(method.getName(), arguments);
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object usual(String method, Object[] arguments) {
    return switch (method) {
      case "caller" -> caller((String) arguments[0]);
      case "find" -> Outcome.done(List.of(Federation.found()));
      case "book", "cancel" -> kept(Federation.booking());
      case "authorise" ->
          Outcome.done(
              new Authorisation(
                  Optional.of(Refusal.of(RefusalCode.NO_CREDIT, "credit", "0.00 EUR")),
                  Optional.of(Federation.SLOT.to()),
                  Map.of("ceiling", "54.00 EUR")));
      case "checkIn", "checkOut" -> kept(Federation.visit());
      case "read" -> kept(Federation.record());
      case "get" ->
          arguments[1] == org.escale.billing.Invoice.class
              ? kept(Federation.invoice())
              : kept(Federation.booking());
      case "list" -> page((Class<?>) arguments[1]);
      default -> throw new AssertionError(method);
    };
  }

  private static Outcome<Caller> caller(String secret) {
    return secret.equals(TOKEN)
        ? Outcome.done(
            new Caller(
                new AccountId("integrator"),
                Set.of(Role.INTEGRATOR),
                Standing.NONE,
                Set.of(),
                Locale.ENGLISH))
        : Outcome.refused(RefusalCode.NOT_SIGNED_IN);
  }

  private static <W extends Word> Outcome<Kept<W>> kept(W word) {
    return Outcome.done(new Kept<>(word, 1, 1));
  }

  private static Outcome<Page<Word>> page(Class<?> kind) {
    Word word =
        kind == Session.class
            ? Federation.session()
            : kind == Payout.class
                ? Federation.payout()
                : kind == UsageRecord.class ? Federation.record() : null;
    return Outcome.done(new Page<>(List.of(new Kept<>(word, 1, 1)), OptionalLong.of(42)));
  }

  /** Sends a body with a valid token. */
  HttpResponse<String> ask(String body) {
    return post(envelope(security(TOKEN), body));
  }

  static String security(String token) {
    return """
        <w:Security xmlns:w="%s" s:mustUnderstand="1"><w:UsernameToken>
        <w:Username>integrator</w:Username><w:Password>%s</w:Password>
        </w:UsernameToken></w:Security>"""
        .formatted(UsernameToken.NAMESPACE, token);
  }

  static String envelope(String header, String body) {
    return """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
            xmlns:f="urn:escale:federation:1"><s:Header>%s</s:Header><s:Body>%s</s:Body></s:Envelope>"""
        .formatted(header, body);
  }

  HttpResponse<String> post(String text, String... headers) {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "text/xml; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(text));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  HttpResponse<String> get(String pathAndQuery) {
    return send(HttpRequest.newBuilder(address.resolve(pathAndQuery)).GET());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  void close() throws Exception {
    server.stop();
    door.close();
  }
}
