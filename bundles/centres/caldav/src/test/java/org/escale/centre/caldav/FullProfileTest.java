package org.escale.centre.caldav;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.Test;

/** Says what is not tried in every run: servers that bring a database with them. */
public class FullProfileTest {
  private static final List<String> HALVES = List.of("Adapter", "Desk", "Feed", "Truth");

  @Test
  public void eachServerOfTheFullProfileIsTriedByTheWholeContract() throws Exception {
    var tried = new ArrayList<String>();
    for (var program : Program.values()) {
      if (!Program.EVERY_RUN.contains(program)) {
        System.out.println(program + " is tried in the full profile alone: ./test --full");
        for (var half : HALVES) {
          tried.add(Class.forName(in(program, half)).getSimpleName());
        }
      }
    }
    assertEquals(8, tried.size());
  }

  private String in(Program program, String half) {
    var name = program.name().charAt(0) + program.name().substring(1).toLowerCase(Locale.ROOT);
    return getClass().getPackageName() + "." + name + half + "InFull";
  }
}
