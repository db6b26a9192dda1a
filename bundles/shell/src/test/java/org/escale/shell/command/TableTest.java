package org.escale.shell.command;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class TableTest {
  private final Table table =
      new Table(
          List.of("id", "name"), List.of(List.of("cei", "CEI"), List.of("bde", "BDE \"Group\"")));

  @Test
  public void peopleReadColumns() {
    var lines = table.text().lines().toList();
    assertEquals(List.of("id   name", "cei  CEI", "bde  BDE \"Group\""), lines);
  }

  @Test
  public void machinesReadJson() {
    assertEquals(
        "[{\"id\":\"cei\",\"name\":\"CEI\"},{\"id\":\"bde\",\"name\":\"BDE \\\"Group\\\"\"}]",
        table.json());
  }
}
