package org.escale.core.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.escale.federation.Affiliation;
import org.escale.federation.Affiliation.Confirmation;
import org.escale.federation.Affiliation.State;
import org.escale.federation.Criterion;
import org.escale.federation.Waiver;

/** How an affiliation goes on from state to state; pure. */
final class Progress {
  private Progress() {}

  /** With that verdict, in the state that follows from it. */
  static Affiliation judged(Affiliation a, List<Criterion> verdict, Instant now) {
    var with = new Changed(a).verdict(verdict).made();
    boolean passes = Evaluation.blocking(with, now).isEmpty();
    return new Changed(with).state(passes ? passed(a.state()) : failed(a.state())).made();
  }

  /** Whether labels are given in that state. */
  static boolean carriesLabels(State state) {
    return switch (state) {
      case EVALUATED, CONFIRMED, INTEGRATING, ACTIVE, SUSPENDED -> true;
      case CANDIDATE, REJECTED, REMEDIATION, ENDED -> false;
    };
  }

  /** Whether somebody set that criterion aside until after {@code now}. */
  static boolean waived(Affiliation a, Criterion criterion, Instant now) {
    return a.waivers().stream()
        .anyMatch(w -> w.criterion().equals(criterion.code()) && now.isBefore(w.until()));
  }

  static Affiliation waived(Affiliation a, Waiver waiver) {
    return new Changed(a)
        .waivers(Stream.concat(a.waivers().stream(), Stream.of(waiver)).toList())
        .made();
  }

  static Affiliation remedied(Affiliation a, String plan) {
    return new Changed(a).remediation(plan).state(State.REMEDIATION).made();
  }

  static Affiliation confirmed(Affiliation a, Confirmation confirmation) {
    return new Changed(a).confirmation(confirmation).state(State.CONFIRMED).made();
  }

  static Affiliation in(Affiliation a, State state) {
    return new Changed(a).state(state).made();
  }

  static Affiliation active(Affiliation a, Instant since, Instant until) {
    return new Changed(a).state(State.ACTIVE).period(since, until).made();
  }

  private static State passed(State state) {
    return switch (state) {
      case CANDIDATE, EVALUATED, REJECTED, REMEDIATION -> State.EVALUATED;
      case CONFIRMED, INTEGRATING, ACTIVE, SUSPENDED, ENDED -> state;
    };
  }

  private static State failed(State state) {
    return switch (state) {
      case CANDIDATE, EVALUATED, REJECTED, CONFIRMED, INTEGRATING -> State.REJECTED;
      case ACTIVE, SUSPENDED -> State.SUSPENDED;
      case REMEDIATION, ENDED -> state;
    };
  }

  /** The same affiliation with some parts replaced. */
  private static final class Changed {
    private final Affiliation a;
    private State state;
    private List<Criterion> verdict;
    private List<Waiver> waivers;
    private String remediation;
    private Optional<Confirmation> confirmation;
    private Optional<Instant> since;
    private Optional<Instant> until;

    Changed(Affiliation a) {
      this.a = a;
      this.state = a.state();
      this.verdict = a.verdict();
      this.waivers = a.waivers();
      this.remediation = a.remediation();
      this.confirmation = a.confirmation();
      this.since = a.since();
      this.until = a.until();
    }

    Changed state(State next) {
      state = next;
      return this;
    }

    Changed verdict(List<Criterion> found) {
      verdict = found;
      return this;
    }

    Changed waivers(List<Waiver> all) {
      waivers = all;
      return this;
    }

    Changed remediation(String plan) {
      remediation = plan;
      return this;
    }

    Changed confirmation(Confirmation signed) {
      confirmation = Optional.of(signed);
      return this;
    }

    Changed period(Instant from, Instant to) {
      since = Optional.of(from);
      until = Optional.of(to);
      return this;
    }

    Affiliation made() {
      return new Affiliation(
          a.id(),
          a.centre(),
          a.network(),
          state,
          a.terms(),
          verdict,
          waivers,
          remediation,
          confirmation,
          since,
          until);
    }
  }
}
