package org.escale.box;

import java.io.IOException;
import java.nio.file.Path;

/** The programs that a box runs. */
interface Programs {
  /**
   * Lets each program read its files.
   *
   * @throws IOException if one refuses, in its own words
   */
  void check(Path files) throws IOException;

  /**
   * Lets them work by these files; harmless when repeated.
   *
   * @throws IOException if one does not start, in its own words
   */
  void start(Path files) throws IOException;

  /**
   * What does not run by these files although it was started, in words; empty if all does.
   *
   * @throws IOException if that cannot be told
   */
  String down(Path files) throws IOException;
}
