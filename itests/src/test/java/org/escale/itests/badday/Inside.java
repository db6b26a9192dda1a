package org.escale.itests.badday;

import static org.junit.Assert.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.escale.itests.process.EscaleProcess;
import org.escale.itests.process.Finished;

/** Looks into a running instance as a developer does, with the tools of the JDK. */
final class Inside {
  private static final Pattern THREAD = Pattern.compile("(?m)^\"([^\"]+)\"");
  private final EscaleProcess escale;

  Inside(EscaleProcess escale) {
    this.escale = escale;
  }

  /** The names of its threads that begin so. */
  List<String> threads(String prefix) {
    return THREAD
        .matcher(run("Thread.print"))
        .results()
        .map(found -> found.group(1))
        .filter(name -> name.startsWith(prefix))
        .toList();
  }

  /** How often that class is loaded, after everything that nobody needs was thrown away. */
  long loaded(String name) {
    run("GC.run");
    return run("VM.class_hierarchy " + name)
        .lines()
        .filter(line -> line.contains("--" + name + "/"))
        .count();
  }

  private String run(String command) {
    var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var words = new java.util.ArrayList<>(List.of(tool, Long.toString(escale.pid())));
    words.addAll(List.of(command.split(" ", -1)));
    var said = Finished.of(new ProcessBuilder(words));
    assertEquals(command + ": " + said.output(), 0, said.code());
    return said.output();
  }
}
