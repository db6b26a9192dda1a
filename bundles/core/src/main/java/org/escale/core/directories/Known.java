package org.escale.core.directories;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.escale.adapter.Counterpart;
import org.escale.adapter.CounterpartId;
import org.escale.adapter.DirectoryId;
import org.escale.caller.Sight;
import org.escale.core.secrets.Sha256;
import org.escale.spi.directory.ForeignId;
import org.escale.spi.store.Words;
import org.escale.word.Kept;
import org.escale.word.Query;

/** What belongs to one directory here, by digests of how it names it; never the names. */
record Known(DirectoryId directory, Map<CounterpartId, Kept<Counterpart>> all) {

  /** Reads them; some pages of a thousand. */
  static Known of(Words words, DirectoryId directory) {
    var all = new HashMap<CounterpartId, Kept<Counterpart>>();
    var query = Query.where("directoryId", directory.value());
    for (var more = OptionalLong.of(0); more.isPresent(); ) {
      var page = words.find(Counterpart.class, query.after(more.getAsLong()), Sight.PLATFORM);
      page.items().forEach(kept -> all.put(kept.word().id(), kept));
      more = page.next();
    }
    return new Known(directory, all);
  }

  /** What is kept for that entry. */
  Optional<Kept<Counterpart>> at(CounterpartId id) {
    return Optional.ofNullable(all.get(id));
  }

  /** What a company of it is kept under. */
  CounterpartId company(ForeignId id) {
    return named("company", id);
  }

  /** What a person of it is kept under. */
  CounterpartId person(ForeignId id) {
    return named("person", id);
  }

  private CounterpartId named(String kind, ForeignId id) {
    var text = kind + "\n" + directory.value() + "\n" + id.value();
    return new CounterpartId(Sha256.of(text));
  }
}
