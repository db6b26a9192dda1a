package org.escale.shell.ask;

import java.io.DataOutputStream;

/** Runs one line and writes what it prints as frames. */
@FunctionalInterface
interface CommandLine {

  /** The exit code: 0 when all went well. Called from several threads. */
  int run(String line, DataOutputStream out);
}
