package org.escale.itests.house;

import static java.util.stream.Collectors.toCollection;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * The house holds its own plan: who may import whom, no circles, no network's name where it has no
 * business.
 */
public class HouseTest {
  private static final Path BUNDLES = Path.of("../bundles").toAbsolutePath().normalize();
  private static final Map<Path, JavaClasses> IMPORTED = new HashMap<>();
  private static final Pattern NETWORK_NAME =
      Pattern.compile("mobispot|cowallonia|smart.?work", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_OUR_WORDS =
      Pattern.compile(
          "^(Abstract|Base)[A-Z].*|.*(Impl|Manager|Helper|Utils?|Info|Processor|DTO|Dto)$");

  @Test
  public void eachBundleImportsOnlyWhatThePlanAllows() {
    var broken = new TreeSet<String>();
    for (var room : Room.HOUSE) {
      for (var type : classes(room)) {
        uses(type)
            .filter(pack -> !room.lets(pack))
            .forEach(pack -> broken.add(type.getName() + " -> " + pack));
      }
    }
    assertEquals("not on the allow-list", Set.of(), broken);
  }

  @Test
  public void onlyOnePackageOfCoreKnowsTheFramework() {
    var core =
        Room.HOUSE.stream().filter(room -> room.folder().equals("core")).findFirst().orElseThrow();
    var knowing =
        classes(core).stream()
            .filter(type -> uses(type).anyMatch(pack -> pack.startsWith("org.osgi.framework")))
            .map(JavaClass::getPackageName)
            .collect(toCollection(TreeSet::new));
    knowing.remove("org.escale.core.plugins");
    assertEquals(Set.of(), knowing);
  }

  @Test
  public void packagesOfApiFormNoCircle() {
    var api = classes(Room.HOUSE.get(0));
    for (var start : packages(api)) {
      assertFalse(start + " reaches itself", reach(api, start).contains(start));
    }
  }

  @Test
  public void noNetworksNameStandsOutsideItsOwnBundle() throws IOException {
    for (var folder :
        List.of(
            "api",
            "core",
            "store",
            "security",
            "rest",
            "soap",
            "shell",
            "web",
            "gateways",
            "centres",
            "documents",
            "sandbox")) {
      try (var files = Files.walk(BUNDLES.resolve(folder))) {
        var naming = files.filter(HouseTest::isMain).filter(HouseTest::namesANetwork).toList();
        assertEquals(folder, List.of(), naming);
      }
    }
  }

  @Test
  public void classNamesAreWordsOfTheHouse() {
    for (var room : Room.HOUSE) {
      for (var type : classes(room)) {
        assertFalse(type.getName(), NOT_OUR_WORDS.matcher(type.getSimpleName()).matches());
      }
    }
  }

  @Test
  public void everyBundleIsARoomOfThePlan() throws IOException {
    var known = Room.HOUSE.stream().map(Room::folder).collect(toCollection(HashSet::new));
    known.addAll(Set.of("tck", "libraries/derby", "libraries/flyway-gson"));
    try (var poms = Files.walk(BUNDLES, 3)) {
      var found =
          poms.filter(p -> p.getFileName().toString().equals("pom.xml"))
              .map(p -> BUNDLES.relativize(p.getParent()).toString())
              .filter(name -> !name.isEmpty() && !name.contains("target"))
              .collect(toCollection(TreeSet::new));
      found.removeAll(known);
      assertEquals(Set.of(), found);
    }
  }

  private static JavaClasses classes(Room room) {
    var folder = BUNDLES.resolve(room.folder()).resolve("target/classes");
    assertTrue("build first: " + folder, Files.isDirectory(folder));
    return IMPORTED.computeIfAbsent(folder, new ClassFileImporter()::importPath);
  }

  private static Stream<String> uses(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
        .distinct();
  }

  private static Set<String> packages(JavaClasses classes) {
    return classes.stream().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));
  }

  private static Set<String> reach(JavaClasses classes, String start) {
    var reached = new HashSet<String>();
    var open = new java.util.ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      var here = open.pop();
      classes.stream()
          .filter(type -> type.getPackageName().equals(here))
          .flatMap(HouseTest::uses)
          .filter(pack -> pack.startsWith("org.escale") && !pack.equals(here))
          .filter(reached::add)
          .forEach(open::push);
    }
    return reached;
  }

  private static boolean isMain(Path file) {
    return Files.isRegularFile(file)
        && file.toString().contains("/src/main/")
        && file.toString().endsWith(".java");
  }

  private static boolean namesANetwork(Path file) {
    try {
      return NETWORK_NAME.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
