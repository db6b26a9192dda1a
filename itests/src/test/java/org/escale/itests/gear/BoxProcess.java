package org.escale.itests.gear;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escale.box.MovedBox;

/** The agent of a box as a process, at a time that the test says. For one test thread. */
final class BoxProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader says;
  private final Writer orders;
  private final URI page;

  /** With ports, it answers RADIUS there: the agent's two, radsecproxy's, the radio's. */
  BoxProcess(Path folder, int... ports) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(
                java,
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MovedBox.class.getName(),
                folder.toString()));
    Arrays.stream(ports).mapToObj(Integer::toString).forEach(command::add);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    says = process.inputReader(UTF_8);
    orders = process.outputWriter(UTF_8);
    page = URI.create("http://127.0.0.1:" + said().substring("PAGE ".length()) + "/");
  }

  /** Goes round once then; {@code GREEN}, {@code RED}, or {@code AWAY} and why. */
  String round(Instant at) {
    return order("round " + at);
  }

  /** Lives from now on as in a centre: by its own rounds, and what it hears in between. */
  void lives(Instant from) {
    order("live " + from);
  }

  /** Goes round and stands still at that step; kill -9 there. */
  void diesAt(String step, Instant at) {
    var said = order("hold " + at + " " + step);
    if (!said.equals("AT " + step)) {
      throw new AssertionError(said);
    }
    kill();
  }

  /** Somebody types a code on its page then. */
  HttpResponse<String> types(String button, String code, Instant at) {
    order("clock " + at);
    var form = "do=" + button + "&code=" + URLEncoder.encode(code, UTF_8);
    var request = HttpRequest.newBuilder(page).POST(HttpRequest.BodyPublishers.ofString(form));
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private void kill() {
    process.destroyForcibly().onExit().join();
  }

  private String order(String text) {
    try {
      orders.write(text + "\n");
      orders.flush();
      return said();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its answer; what the agent writes into its log besides is left out. */
  private String said() throws IOException {
    var line = says.readLine();
    while (line != null && !line.matches("(PAGE |SET|GREEN|RED|AWAY |AT ).*")) {
      line = says.readLine();
    }
    if (line == null) {
      throw new IOException("the agent ended");
    }
    return line;
  }
}
