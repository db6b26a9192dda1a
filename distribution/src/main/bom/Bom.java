import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the bill of materials of a folder: every jar below it, and every jar inside one, with name,
 * version, licence and SHA-256, as CycloneDX 1.5. Looks into the jars and, for licences that they do
 * not name, into {@code licences.properties} beside it; needs no network. A jar whose licence is
 * known from neither fails the build, which runs it as {@code java Bom.java}.
 */
final class Bom {
  private static final Pattern LICENSE =
      Pattern.compile("<license>(.*?)</license>", Pattern.DOTALL);

  /** The name by which tools know a licence, and what it is called in the wild. */
  private enum Known {
    APACHE("Apache-2.0", "apache.*2|apache_v2|asl.?2"),
    EPL_2("EPL-2.0", "(epl|eclipse public).*2\\.0"),
    EPL_1("EPL-1.0", "(epl|eclipse public).*1\\.0|epl-v10"),
    EDL("BSD-3-Clause", "edl|eclipse distribution"),
    CDDL("CDDL-1.1", "cddl"),
    MIT("MIT", "\\bmit\\b|bouncy|opensource.org/licenses/mit"),
    BSD_2("BSD-2-Clause", "bsd.?2"),
    BSD_3("BSD-3-Clause", "bsd.?3|new\\)? bsd|revised bsd"),
    LGPL("LGPL-2.1-or-later", "lesser|lgpl");

    private final String id;
    private final Pattern like;

    Known(String id, String like) {
      this.id = id;
      this.like = Pattern.compile(like, Pattern.CASE_INSENSITIVE);
    }
  }

  private final Path root;
  private final Properties told;

  private Bom(Path root, Properties told) {
    this.root = root;
    this.told = told;
  }

  private record Name(String group, String artifact, String version) {
    String purl() {
      return "pkg:maven/" + group + "/" + artifact + "@" + version;
    }
  }

  /** The folder, the licences that jars do not name, the file to write, the version of the whole. */
  public static void main(String[] args) throws Exception {
    var told = new Properties();
    try (var file = Files.newBufferedReader(Path.of(args[1]))) {
      told.load(file);
    }
    Files.writeString(Path.of(args[2]), new Bom(Path.of(args[0]), told).json(args[3]));
  }

  private String json(String version) throws Exception {
    var components = new ArrayList<String>();
    try (var files = Files.walk(root)) {
      for (var jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        all(jar, root.relativize(jar), components);
      }
    }
    return "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"version\":1,\"metadata\":{"
        + "\"component\":{\"type\":\"application\",\"name\":\"escale\",\"version\":"
        + quoted(version)
        + "}},\n\"components\":[\n"
        + String.join(",\n", components)
        + "\n]}\n";
  }

  /** A jar, and those inside it. */
  private void all(Path file, Path place, List<String> components) throws Exception {
    try (var jar = new JarFile(file.toFile())) {
      components.add(component(file, place, jar));
      for (var inner : jar.stream().filter(e -> e.getName().endsWith(".jar")).toList()) {
        var copy = Files.createTempFile("bom", ".jar");
        try (var bytes = jar.getInputStream(inner)) {
          Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
          all(copy, Path.of(place + "!", inner.getName()), components);
        } finally {
          Files.delete(copy);
        }
      }
    }
  }

  private String component(Path file, Path place, JarFile jar) throws Exception {
    var name = name(place, jar);
    var licences = licences(name, jar).stream().map(Bom::licence).distinct().toList();
    if (licences.isEmpty()) {
      throw new IllegalStateException(name.purl() + " names no licence: licences.properties must");
    }
    return "{\"type\":\"library\",\"group\":%s,\"name\":%s,\"version\":%s,\"purl\":%s,"
            .formatted(
                quoted(name.group()),
                quoted(name.artifact()),
                quoted(name.version()),
                quoted(name.purl()))
        + "\"hashes\":[{\"alg\":\"SHA-256\",\"content\":\"%s\"}],".formatted(digest(file))
        + "\"licenses\":[%s],".formatted(String.join(",", licences))
        + "\"evidence\":{\"occurrences\":[{\"location\":%s}]}}"
            .formatted(quoted(place.toString().replace('\\', '/')));
  }

  /** By its place in the repository of the distribution, else by what it says of itself. */
  private static Name name(Path place, JarFile jar) throws IOException {
    int end = place.getNameCount();
    if (place.startsWith("system") && !place.toString().contains("!")) {
      var group = place.subpath(1, end - 3).toString().replace('\\', '/').replace('/', '.');
      return new Name(group, place.getName(end - 3).toString(), place.getName(end - 2).toString());
    }
    var bare = place.getFileName().toString().replaceFirst("\\.jar$", "");
    for (var entry : entries(jar, "META-INF/maven/.*/pom.properties")) {
      var said = new Properties();
      try (var file = jar.getInputStream(entry)) {
        said.load(file);
      }
      if (bare.equals(said.getProperty("artifactId") + "-" + said.getProperty("version"))) {
        return new Name(
            said.getProperty("groupId"),
            said.getProperty("artifactId"),
            said.getProperty("version"));
      }
    }
    int dash = bare.lastIndexOf('-');
    return new Name("", bare.substring(0, dash), bare.substring(dash + 1));
  }

  private static List<JarEntry> entries(JarFile jar, String like) {
    return jar.stream().filter(entry -> entry.getName().matches(like)).toList();
  }

  /** What the manifest says, else the pom inside, else what was told. */
  private List<String> licences(Name name, JarFile jar) throws IOException {
    var manifest = Optional.ofNullable(jar.getManifest());
    var said = manifest.map(m -> m.getMainAttributes().getValue("Bundle-License"));
    if (said.flatMap(Bom::known).isPresent()) {
      return List.of(said.get());
    }
    var found = new ArrayList<String>();
    for (var entry : entries(jar, "META-INF/maven/.*/" + name.artifact() + "/pom.xml")) {
      try (var pom = jar.getInputStream(entry)) {
        found.addAll(inPom(new String(pom.readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
    for (var key : List.of(name.group(), name.group() + "/" + name.artifact())) {
      if (found.isEmpty() && told.containsKey(key)) {
        found.add(told.getProperty(key));
      }
    }
    return found.isEmpty() ? said.map(List::of).orElse(List.of()) : found;
  }

  private static List<String> inPom(String pom) {
    return LICENSE
        .matcher(pom)
        .results()
        .map(l -> tag(l.group(1), "name").or(() -> tag(l.group(1), "url")))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> tag(String xml, String name) {
    var found =
        Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">", Pattern.DOTALL).matcher(xml);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static Optional<String> known(String said) {
    for (var known : Known.values()) {
      if (known.like.matcher(said).find()) {
        return Optional.of(known.id);
      }
    }
    return Optional.empty();
  }

  private static String licence(String said) {
    return known(said)
        .map(id -> "{\"license\":{\"id\":" + quoted(id) + "}}")
        .orElseGet(() -> "{\"license\":{\"name\":" + quoted(said) + "}}");
  }

  private static String digest(Path file) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
  }
}
