package org.escale.core.lookup;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.escale.refusal.RefusalCode;
import org.escale.service.Lookup;
import org.escale.spi.store.StoreException;
import org.escale.spi.store.Words;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads words through the caller's role and sight; the sight stands in the query itself (E1). */
@Component(service = Lookup.class)
public final class SightedLookup implements Lookup {
  private final Words words;
  private final AccessLog log;

  /** Reads there, and has it written down who saw whose presence. */
  @Activate
  public SightedLookup(@Reference Words words, @Reference AccessLog log) {
    this.words = words;
    this.log = log;
  }

  @Override
  public <W extends Word> Outcome<Kept<W>> get(Caller caller, Class<W> kind, Id id) {
    return reading(
        caller,
        kind,
        () ->
            words
                .get(kind, id, caller.sight())
                .map(kept -> shown(caller, kept))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(RefusalCode.NOT_FOUND)));
  }

  @Override
  public <W extends Word> Outcome<Page<W>> list(Caller caller, Class<W> kind, Query query) {
    return reading(
        caller,
        kind,
        () -> {
          var page = words.find(kind, query, caller.sight());
          log.shown(caller, page.items().stream().map(Kept::word));
          return Outcome.done(page);
        });
  }

  private <W extends Word> Kept<W> shown(Caller caller, Kept<W> kept) {
    log.shown(caller, Stream.of(kept.word()));
    return kept;
  }

  private static <T> Outcome<T> reading(
      Caller caller, Class<? extends Word> kind, Supplier<Outcome<T>> read) {
    if (Reads.of(kind).filter(caller::may).isEmpty()) {
      return Outcome.refused(RefusalCode.NOT_ALLOWED);
    }
    try {
      return read.get();
    } catch (StoreException away) {
      return Outcome.refused(RefusalCode.TEMPORARILY_UNAVAILABLE);
    }
  }
}
