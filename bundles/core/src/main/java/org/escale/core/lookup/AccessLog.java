package org.escale.core.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.escale.access.Session;
import org.escale.billing.UsageRecord;
import org.escale.caller.Caller;
import org.escale.client.Pseudonym;
import org.escale.core.commits.Commits;
import org.escale.core.secrets.Sha256;
import org.escale.core.steward.Chore;
import org.escale.presence.Viewing;
import org.escale.presence.ViewingId;
import org.escale.presence.Visit;
import org.escale.spi.store.Change;
import org.escale.spi.store.CommitOutcome.Committed;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Write;
import org.escale.word.Reader;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down who saw whose presence (law E7), before it is shown: one entry for each reader,
 * person, kind and day. While nothing can be written, reading goes on (law E6) and what is to be
 * written waits, at most 10,000 entries. Safe for many threads.
 */
@Component(service = {AccessLog.class, Chore.class})
public final class AccessLog implements Chore {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final int KNOWN = 100_000;
  private static final int WAITING = 10_000;
  private final Clock clock;
  private final Commits commits;
  private final Cache<ViewingId, Boolean> known = Caffeine.newBuilder().maximumSize(KNOWN).build();
  private final Map<ViewingId, Viewing> waiting = new ConcurrentHashMap<>();

  /** Writes there. */
  @Activate
  public AccessLog(@Reference Clock clock, @Reference Commits commits) {
    this.clock = clock;
    this.commits = commits;
  }

  /** These are about to be shown to the caller. */
  public void shown(Caller caller, Stream<? extends Word> words) {
    var now = clock.instant();
    var self = caller.standing().person();
    var fresh =
        words
            .flatMap(word -> viewing(caller, word, now).stream())
            .filter(viewing -> self.filter(viewing.person()::equals).isEmpty())
            .filter(viewing -> known.getIfPresent(viewing.id()) == null)
            .distinct()
            .toList();
    if (!fresh.isEmpty()) {
      keep(fresh);
    }
  }

  @Override
  public Optional<Instant> due() {
    return waiting.isEmpty() ? Optional.empty() : Optional.of(Instant.EPOCH);
  }

  @Override
  public void run(Instant now) {
    var all = List.copyOf(waiting.values());
    write(all);
    all.forEach(viewing -> waiting.remove(viewing.id()));
  }

  private void keep(List<Viewing> fresh) {
    try {
      write(fresh);
    } catch (StoreException away) {
      LOG.warn("who saw whose presence waits to be written: {}", away.getMessage());
      fresh.stream()
          .limit(Math.max(0, WAITING - waiting.size()))
          .forEach(viewing -> waiting.put(viewing.id(), viewing));
    }
  }

  /** All at once; one by one where some are there already, from before a restart. */
  private void write(List<Viewing> all) {
    if (!(commits.commit(change(all)) instanceof Committed)) {
      all.forEach(viewing -> commits.commit(change(List.of(viewing))));
    }
    all.forEach(viewing -> known.put(viewing.id(), true));
  }

  private static Change change(List<Viewing> all) {
    var writes = all.stream().map(viewing -> (Write) new Write.Put(viewing, 0)).toList();
    return new Change("platform", Optional.empty(), writes, List.of());
  }

  private static Optional<Viewing> viewing(Caller caller, Word word, Instant now) {
    var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var what = word.getClass().getSimpleName();
    return person(word)
        .map(
            person ->
                new Viewing(
                    id(person, caller, what, day),
                    person,
                    caller.who(),
                    caller.roles(),
                    behalf(caller),
                    what,
                    day,
                    now));
  }

  private static Optional<Pseudonym> person(Word word) {
    if (word instanceof Visit visit) {
      return Optional.of(visit.guest().person());
    }
    if (word instanceof Session session) {
      return Optional.of(session.guest().person());
    }
    return word instanceof UsageRecord record
        ? Optional.of(record.guest().person())
        : Optional.empty();
  }

  private static Optional<Reader> behalf(Caller caller) {
    return caller.sight().as().stream()
        .filter(reader -> reader.kind() != Reader.Kind.EVERYONE)
        .filter(reader -> reader.kind() != Reader.Kind.MEMBER)
        .sorted()
        .findFirst();
  }

  private static ViewingId id(Pseudonym person, Caller caller, String what, LocalDate day) {
    var text = person + "\n" + caller.who() + "\n" + what + "\n" + day;
    return new ViewingId(Sha256.of(text));
  }
}
