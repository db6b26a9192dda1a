package org.escale.core.centres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.adapter.AdapterId;
import org.escale.adapter.ForeignEvent;
import org.escale.caller.AccountId;
import org.escale.caller.Caller;
import org.escale.caller.RequestKey;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.core.secrets.Sha256;

/** On whose behalf the word of a centre's own system is acted on: its centre's desk, as itself. */
public final class Teller {
  private static final String PREFIX = "adapter:";
  private static final int LONGEST = 96;

  private Teller() {}

  /** The name under which what it tells is kept. */
  static AccountId account(AdapterId adapter) {
    var name = PREFIX + adapter.value();
    return new AccountId(
        name.length() <= LONGEST ? name : PREFIX + UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
  }

  /** The desk of its centre, whose one change is committed under the event's own key. */
  public static Caller of(ForeignEvent event) {
    var standing =
        new Standing(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(event.centre()),
            Optional.empty());
    var id = event.id().value();
    return new Caller(
            account(event.adapter()), Set.of(Role.RECEPTION), standing, Set.of(), Locale.ENGLISH)
        .under(new RequestKey("centre-event", id, Sha256.of(id)));
  }
}
