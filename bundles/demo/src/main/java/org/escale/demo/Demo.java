package org.escale.demo;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.client.Company;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;

/** On whose behalf the demonstration acts, and what it does with answers. */
final class Demo {
  /** The operator of this instance. */
  static final Caller OPERATOR = caller(Role.FEDERATION, Standing.NONE);

  private Demo() {}

  /** The operator of a network. */
  static Caller network(NetworkId network) {
    return caller(Role.NETWORK, standing(Optional.empty(), Optional.of(network)));
  }

  /** The desk of a centre. */
  static Caller centre(CentreId centre) {
    return caller(Role.RECEPTION, standing(Optional.of(centre), Optional.empty()));
  }

  /** The administrator of a company. */
  static Caller employer(Company company) {
    return caller(
        Role.EMPLOYER,
        new Standing(
            Optional.empty(),
            Optional.empty(),
            Optional.of(company.id()),
            Optional.of(company.pseudonym()),
            Optional.empty(),
            Optional.empty()));
  }

  /** Whether it was done now; false where it had been done before. */
  static boolean done(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      var code = refused.refusal().code();
      if (code != RefusalCode.ALREADY_EXISTS && code != RefusalCode.CHANGED_MEANWHILE) {
        throw new Unfinished(code + " " + refused.refusal().details());
      }
      return false;
    }
    return true;
  }

  /** The value. */
  static <T> T value(Outcome<T> outcome) {
    if (outcome instanceof Outcome.Done<T> done) {
      return done.value();
    }
    throw new Unfinished(((Outcome.Refused<T>) outcome).refusal().toString());
  }

  /** Something that the demonstration needs is not there yet; loading again goes on from here. */
  static final class Unfinished extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Unfinished(String why) {
      super(why);
    }
  }

  private static Caller caller(Role role, Standing standing) {
    return new Caller(
        new AccountId("demonstration"), Set.of(role), standing, Set.of(), Locale.ENGLISH);
  }

  private static Standing standing(Optional<CentreId> centre, Optional<NetworkId> network) {
    return new Standing(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), centre, network);
  }
}
