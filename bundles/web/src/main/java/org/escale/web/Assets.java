package org.escale.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All files of the page. Each is to be had under its own name, and under a folder named after the
 * digest of them all, where it never changes and may be kept for ever. Immutable.
 */
final class Assets {
  private static final String START = "index.html";
  private static final String MAP_OPENS = "<script type=\"importmap\">";
  private static final String MAP_CLOSES = "</script>";
  private static final String MODULES = "<!-- MODULES -->";
  private static final String SCRIPT = ".js";
  private static final String BOOT = "boot.js";

  private final Map<String, Asset> files;
  private final String folder;
  private final String mapHash;

  /**
   * The files by name ({@code app.js}); {@code ASSETS} in {@code index.html} becomes their folder.
   *
   * @throws IllegalArgumentException if there is no {@code index.html} with an import map
   */
  Assets(Map<String, Asset> files) {
    this.files = new TreeMap<>(files);
    if (!files.containsKey(START)) {
      throw new IllegalArgumentException("no " + START);
    }
    var tags = new StringBuilder();
    this.files.forEach((name, asset) -> tags.append(name).append(asset.tag()));
    folder = "assets/" + Asset.digest(tags.toString().getBytes(StandardCharsets.UTF_8)) + "/";
    var page = files.get(START).text().replace(MODULES, preloads());
    var start = page.replace("ASSETS/", "/" + folder);
    this.files.put(START, files.get(START).with(start));
    mapHash = hash(importMap(start));
  }

  /** A file and whether its address names this very content. */
  record Hit(Asset asset, boolean lasting) {}

  /** What stands at that path, which begins with a slash; {@code /} is the page. */
  Optional<Hit> at(String path) {
    var name = path.substring(1);
    if (name.isEmpty()) {
      name = START;
    }
    boolean lasting = name.startsWith(folder);
    var asset = files.get(lasting ? name.substring(folder.length()) : name);
    return Optional.ofNullable(asset).map(found -> new Hit(found, lasting));
  }

  /** {@code sha256-...} of the import map: the only inline script that may run. */
  String mapHash() {
    return mapHash;
  }

  /** All modules at once, so that the browser need not find them one after the other. */
  private String preloads() {
    return files.keySet().stream()
        .filter(name -> name.endsWith(SCRIPT) && !name.equals(BOOT))
        .map(name -> "<link rel=\"modulepreload\" href=\"ASSETS/" + name + "\">")
        .collect(Collectors.joining("\n  "));
  }

  private static String importMap(String page) {
    int from = page.indexOf(MAP_OPENS);
    int to = page.indexOf(MAP_CLOSES, from);
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("no import map in " + START);
    }
    return page.substring(from + MAP_OPENS.length(), to);
  }

  private static String hash(String script) {
    var digest = Asset.sha256(script.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }
}
