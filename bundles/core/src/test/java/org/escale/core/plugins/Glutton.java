package org.escale.core.plugins;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.core.fixture.Acme;
import org.escale.terms.RuleRef;

/** A process whose plug-in takes all the memory there is. */
public final class Glutton {
  private Glutton() {}

  /** Lives in the data folder of the first argument until its memory is exhausted. */
  public static void main(String[] args) {
    var quarantine = new Quarantine(Optional.of(Path.of(args[0])));
    var well = new Gate("well behaved", quarantine);
    well.ask(() -> 7, x -> true);
    var gate = new Gate("org.example Greedy", quarantine, Duration.ofMinutes(1), Duration.ZERO);
    gate.ask(() -> devour(new ArrayList<>()), x -> true);
  }

  private static int devour(List<byte[]> eaten) {
    while (eaten.size() < 1 << 20) {
      eaten.add(new byte[1 << 20]);
    }
    return eaten.size();
  }

  /** A rule under the name that was marked. */
  public static final class Greedy implements org.escale.terms.Rule<Acme.Fee> {
    @Override
    public RuleRef ref() {
      return new RuleRef("greedy/billing/1");
    }

    @Override
    public Acme.Fee released() {
      return new Acme.Joining("greedy").released();
    }
  }
}
