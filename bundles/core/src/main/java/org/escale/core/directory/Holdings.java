package org.escale.core.directory;

import java.util.Optional;
import org.escale.access.InstalledGateway;
import org.escale.caller.Caller;
import org.escale.caller.Operation;
import org.escale.caller.Role;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.Extra;
import org.escale.federation.Site;
import org.escale.federation.Space;
import org.escale.refusal.Refusal;
import org.escale.refusal.RefusalCode;
import org.escale.word.Word;

/** Whose a directory word is, and whether what it points to exists; pure. */
final class Holdings {
  private static final int LONGEST_NAME = 120;

  private Holdings() {}

  /** Why this caller may not write that word; empty where it may. */
  static Optional<Refusal> refusal(Caller caller, Word word, Snapshot snapshot) {
    var operation =
        word instanceof InstalledGateway ? Operation.OPERATE : Operation.DIRECTORY_WRITE;
    if (!caller.may(operation) || !holds(caller, word, snapshot)) {
      return Optional.of(Refusal.of(RefusalCode.NOT_ALLOWED));
    }
    return wrong(word, snapshot)
        .map(field -> Refusal.of(RefusalCode.INVALID_FIELD, "field", field));
  }

  /** The operator holds everything; a centre itself, its spaces and its extras. */
  private static boolean holds(Caller caller, Word word, Snapshot snapshot) {
    if (caller.roles().contains(Role.FEDERATION)) {
      return true;
    }
    var own = caller.standing().centre();
    boolean moved = standsElsewhere(word, own, snapshot);
    return own.isPresent() && !moved && own.equals(centre(word));
  }

  /** Whether a word of that id belongs to another centre now: it cannot be taken over. */
  private static boolean standsElsewhere(Word word, Optional<CentreId> own, Snapshot snapshot) {
    var now = snapshot.get(word.getClass(), word.id());
    return word instanceof Centre
        ? now.isEmpty()
        : now.isPresent() && !own.equals(centre(now.get()));
  }

  private static Optional<CentreId> centre(Word word) {
    if (word instanceof Centre centre) {
      return Optional.of(centre.id());
    }
    if (word instanceof Space space) {
      return Optional.of(space.centre());
    }
    return word instanceof Extra extra ? Optional.of(extra.centre()) : Optional.empty();
  }

  private static Optional<String> wrong(Word word, Snapshot snapshot) {
    if (word instanceof Site site) {
      return name(site.name());
    }
    if (word instanceof Centre centre) {
      return centre(centre, snapshot);
    }
    if (word instanceof Space space) {
      return inCentre(space.centre(), snapshot).or(() -> name(space.name()));
    }
    if (word instanceof Extra extra) {
      return inCentre(extra.centre(), snapshot).or(() -> extra(extra));
    }
    return word instanceof InstalledGateway gateway
        ? inCentre(gateway.centre(), snapshot)
        : Optional.of("kind");
  }

  private static Optional<String> centre(Centre centre, Snapshot snapshot) {
    if (snapshot.get(Site.class, centre.site()).isEmpty()) {
      return Optional.of("siteId");
    }
    if (!Plausible.hours(centre)) {
      return Optional.of("hours");
    }
    return Plausible.profile(centre.profile()) ? name(centre.name()) : Optional.of("profile");
  }

  private static Optional<String> extra(Extra extra) {
    if (extra.price().isNegative()) {
      return Optional.of("price");
    }
    return extra.stock() < 0 || extra.stock() > 1000 ? Optional.of("stock") : Optional.empty();
  }

  private static Optional<String> inCentre(CentreId centre, Snapshot snapshot) {
    return snapshot.get(Centre.class, centre).isEmpty()
        ? Optional.of("centreId")
        : Optional.empty();
  }

  private static Optional<String> name(String name) {
    return name.isBlank() || name.length() > LONGEST_NAME ? Optional.of("name") : Optional.empty();
  }
}
