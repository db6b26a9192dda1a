package org.escale.itests.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.itests.process.Distribution;

/** The published matrix, docs/access-matrix.md: which roles may do an operation at all. */
record Matrix(Map<String, Set<String>> roles) {
  private static final List<String> NO_ROLE = List.of("operation", "anybody", "which rows");

  /** As it is published. */
  static Matrix read() {
    try {
      var lines =
          Files.readAllLines(Distribution.root().resolve("docs/access-matrix.md")).stream()
              .filter(line -> line.startsWith("|"))
              .map(Matrix::cells)
              .toList();
      var roles = new HashMap<String, Set<String>>();
      lines.stream().skip(2).forEach(row -> roles.put(row.get(0), crossed(lines.get(0), row)));
      return new Matrix(Map.copyOf(roles));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the matrix lets that role. */
  boolean lets(String role, String operation) {
    var may = roles.get(operation);
    if (may == null) {
      throw new AssertionError("no operation " + operation + " in the matrix");
    }
    return may.contains(role);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList();
  }

  private static Set<String> crossed(List<String> head, List<String> row) {
    var roles = new HashSet<String>();
    for (int i = 0; i < head.size(); i++) {
      if (row.get(i).equals("x") && !NO_ROLE.contains(head.get(i))) {
        roles.add(head.get(i));
      }
    }
    return Set.copyOf(roles);
  }
}
