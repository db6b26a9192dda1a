package org.escale.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.ext.Provider;

/** Finds every class and method of the bundle that the door serves. */
final class Served {
  private Served() {}

  static List<Class<?>> resources() {
    return paths().filter(c -> !scim(c)).toList();
  }

  /** Those of SCIM's door. */
  static List<Class<?>> scim() {
    return paths().filter(Served::scim).toList();
  }

  /** Whether it is served at SCIM's door. */
  static boolean scim(Class<?> resource) {
    return resource.getPackageName().endsWith(".scim");
  }

  private static Stream<Class<?>> paths() {
    return classes().filter(c -> c.isAnnotationPresent(javax.ws.rs.Path.class));
  }

  static List<Class<?>> extensions() {
    return classes().filter(c -> c.isAnnotationPresent(Provider.class)).toList();
  }

  static List<Method> methods() {
    return paths()
        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
        .filter(m -> !verb(m).isEmpty())
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }

  static String verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
        .filter(java.util.Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst()
        .orElse("");
  }

  private static Stream<Class<?>> classes() {
    try {
      var home = RestDoor.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      var root = Path.of(home);
      try (var files = Files.walk(root)) {
        return files
            .map(file -> root.relativize(file).toString())
            .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
            .sorted()
            .<Class<?>>map(Served::load)
            .toList()
            .stream();
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name.substring(0, name.length() - 6).replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
