package org.escale.directory.scim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.escale.spi.directory.DirectoryAdapter;
import org.escale.spi.directory.DirectoryConfig;
import org.escale.tck.directory.DirectoryLab;
import org.escale.tck.directory.Worker;
import org.escale.tck.machine.Frozen;
import org.escale.tck.machine.Ports;

/** A platform on a bench that shows its people by SCIMMY, brought by npm in locked versions. */
final class ScimmyLab implements DirectoryLab, AutoCloseable {
  private static final Path SOURCE = Path.of("src/test/node");
  private static final Path HOME = Path.of("target/node");

  /** It takes seconds where others use the machine: each user goes through its schemas. */
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final String TOKEN = "reading-sesame";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ScimDirectory adapter = new ScimDirectory();
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, String> groups = new HashMap<>();
  private final Map<String, Worker> workers = new HashMap<>();
  private final int port = Ports.free();
  private final Process process;

  ScimmyLab() throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    for (var name : List.of("package.json", "package-lock.json", "server.mjs")) {
      Files.copy(SOURCE.resolve(name), HOME.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.isDirectory(HOME.resolve("node_modules/scimmy-routers"))) {
      run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    }
    process = command("node", "server.mjs", "" + port, TOKEN).start();
    var said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (!"ready".equals(said.readLine())) {
      throw new IllegalStateException("the server does not start");
    }
  }

  private static ProcessBuilder command(String... words) {
    return new ProcessBuilder(words).directory(HOME.toFile()).redirectErrorStream(true);
  }

  private static void run(String... words) throws IOException, InterruptedException {
    var process = command(words).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException(
          "node and npm must be there, and a registry of npm be reachable, once: " + said);
    }
  }

  @Override
  public DirectoryAdapter adapter() {
    return adapter;
  }

  @Override
  public DirectoryConfig config() {
    return config(Map.of());
  }

  DirectoryConfig config(Map<String, String> more) {
    var settings = new HashMap<String, String>();
    settings.put(ScimDirectory.URL, "http://127.0.0.1:" + port + "/scim/v2");
    settings.put(ScimDirectory.TOKEN, TOKEN);
    settings.put(ScimDirectory.LOCAL_TOO, "true");
    settings.putAll(more);
    return new DirectoryConfig(settings, DEADLINE);
  }

  @Override
  public DirectoryConfig broken() {
    return config(Map.of(ScimDirectory.PAGE, "9"));
  }

  /** The next questions are answered that it has no time. */
  void busy(int times) {
    sent("POST", "/busy/" + times, "");
  }

  @Override
  public void clear() {
    ids.values().forEach(id -> sent("DELETE", "/scim/v2/Users/" + id, ""));
    groups.values().forEach(id -> sent("DELETE", "/scim/v2/Groups/" + id, ""));
    ids.clear();
    groups.clear();
    workers.clear();
  }

  @Override
  public void put(Worker worker) {
    var before = workers.put(worker.key(), worker);
    var body =
        ("{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"%s\","
                + "\"displayName\":\"%s\",\"emails\":[{\"value\":\"%s\",\"primary\":true}],"
                + "\"preferredLanguage\":\"fr-BE\",\"active\":%s}")
            .formatted(
                worker.key(),
                worker.name(),
                worker.email().isEmpty() ? "x@there.example" : worker.email(),
                worker.active());
    ids.put(worker.key(), kept("Users", ids.get(worker.key()), body));
    var touched = new TreeSet<String>();
    touched.add(worker.group());
    if (before != null) {
      touched.add(before.group());
    }
    if (before == null || !before.group().equals(worker.group())) {
      touched.stream().filter(name -> !name.isEmpty()).forEach(this::group);
    }
  }

  private void group(String name) {
    var members =
        workers.values().stream()
            .filter(worker -> worker.group().equals(name))
            .map(worker -> "{\"value\":\"" + ids.get(worker.key()) + "\"}")
            .collect(Collectors.joining(","));
    var body =
        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"%s\","
            + "\"members\":[%s]}";
    groups.put(name, kept("Groups", groups.get(name), body.formatted(name, members)));
  }

  private String kept(String what, String id, String body) {
    var path = "/scim/v2/" + what;
    var said = id == null ? sent("POST", path, body) : sent("PUT", path + "/" + id, body);
    var found = ID.matcher(said);
    if (!found.find()) {
      throw new IllegalStateException(said);
    }
    return found.group(1);
  }

  @Override
  public void remove(String key) {
    sent("DELETE", "/scim/v2/Users/" + ids.remove(key), "");
    workers.remove(key);
  }

  @Override
  public String text() {
    return sent("GET", "/scim/v2/Users?count=1000", "")
        + sent("GET", "/scim/v2/Groups?count=1000", "");
  }

  @Override
  public void silent(boolean held) {
    if (held) {
      Frozen.freeze(process.pid());
    } else {
      Frozen.thaw(process.pid());
    }
  }

  /** Node closes lines after five silent seconds; what is sent into one just then it never read. */
  private String sent(String method, String path, String body) {
    try {
      return sentOnce(method, path, body);
    } catch (IllegalStateException closed) {
      return sentOnce(method, path, body);
    }
  }

  private String sentOnce(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/scim+json")
            .method(method, BodyPublishers.ofString(body));
    try {
      return http.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    silent(false);
    process.destroy();
  }
}
