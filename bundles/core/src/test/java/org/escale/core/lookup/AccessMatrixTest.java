package org.escale.core.lookup;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.escale.caller.Operation;
import org.escale.caller.Role;
import org.junit.Test;

/** The matrix that people read is the one that the code holds. */
public class AccessMatrixTest {
  private static final Path MATRIX = Path.of("../../docs/access-matrix.md");
  private static final int FIRST_ROLE = 2;

  @Test
  public void e1_theDocumentNamesEachOperationWithExactlyItsRoles() throws IOException {
    Map<String, Set<String>> held = new LinkedHashMap<>();
    for (var operation : Operation.values()) {
      held.put(operation.name(), names(operation.roles()));
    }
    assertEquals(held, written());
  }

  private static Map<String, Set<String>> written() throws IOException {
    var rows =
        Files.readAllLines(MATRIX).stream()
            .filter(line -> line.startsWith("| "))
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .toList();
    var roles = rows.get(0);
    Map<String, Set<String>> matrix = new LinkedHashMap<>();
    for (var row : rows.subList(1, rows.size())) {
      var may = new TreeSet<String>();
      for (int i = FIRST_ROLE; i < FIRST_ROLE + Role.values().length; i++) {
        if (row.get(i).equals("x")) {
          may.add(roles.get(i).toUpperCase(java.util.Locale.ROOT));
        }
      }
      matrix.put(row.get(1), may);
    }
    return matrix;
  }

  private static Set<String> names(Set<Role> roles) {
    return roles.stream().map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
