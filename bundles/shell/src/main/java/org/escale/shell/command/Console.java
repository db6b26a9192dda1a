package org.escale.shell.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.federation.CentreId;
import org.escale.refusal.Outcome;
import org.escale.refusal.Texts;

/** Who acts at the console, and with which code a command ends. */
final class Console {
  /** It went well. */
  static final int WELL = 0;

  /** It ran, and found something that is not as it should be. */
  static final int NOT_WELL = 1;

  /** It was refused. */
  static final int REFUSED = 2;

  /** The operator of this instance: who opens the console holds its data folder. */
  static final Caller OPERATOR = caller(Role.FEDERATION, Standing.NONE);

  private Console() {}

  /** The operator at the desk of a centre: what happens there is seen from there only. */
  static Caller desk(String centre) {
    var place = Optional.of(new CentreId(centre));
    return caller(
        Role.RECEPTION,
        new Standing(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            place,
            Optional.empty()));
  }

  /** Shows what came, or says why nothing did; answers the exit code. */
  static <T> int show(PrintStream out, Outcome<T> outcome, Function<T, Integer> shown) {
    if (outcome instanceof Outcome.Done<T> done) {
      return shown.apply(done.value());
    }
    var refusal = ((Outcome.Refused<T>) outcome).refusal();
    out.println(refusal.code() + ": " + Texts.of(refusal, Locale.ENGLISH));
    refusal.details().forEach((name, value) -> out.println("  " + name + ": " + value));
    return REFUSED;
  }

  /** Shows a list; answers the exit code. */
  static int print(PrintStream out, boolean json, Table table) {
    out.println(json ? table.json() : table.text());
    return WELL;
  }

  /** A table with that heading. */
  static Table table(List<String> heading, List<List<String>> rows) {
    return new Table(heading, rows);
  }

  private static Caller caller(Role role, Standing standing) {
    return new Caller(new AccountId("console"), Set.of(role), standing, Set.of(), Locale.ENGLISH);
  }
}
