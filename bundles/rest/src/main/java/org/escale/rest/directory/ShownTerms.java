package org.escale.rest.directory;

import java.util.function.Function;
import org.escale.federation.Affiliation;
import org.escale.refusal.Outcome;
import org.escale.rest.call.Call;
import org.escale.service.Lookup;
import org.escale.terms.DatedTerms;
import org.escale.word.Kept;

/** Shows affiliations with the digest of their terms, which is what a centre signs. */
final class ShownTerms {
  private final Lookup lookup;

  /** With what reads the terms. */
  ShownTerms(Lookup lookup) {
    this.lookup = lookup;
  }

  /** How affiliations look to that caller. */
  Function<Affiliation, AffiliationView> to(Call call) {
    return affiliation -> AffiliationView.of(affiliation, digest(call, affiliation));
  }

  private String digest(Call call, Affiliation affiliation) {
    var terms = lookup.get(call.caller(), DatedTerms.class, affiliation.terms().terms());
    return terms instanceof Outcome.Done<Kept<DatedTerms>> done ? done.value().word().digest() : "";
  }
}
