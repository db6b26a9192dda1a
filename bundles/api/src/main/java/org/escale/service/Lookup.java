package org.escale.service;

import org.escale.caller.Caller;
import org.escale.refusal.Outcome;
import org.escale.word.Id;
import org.escale.word.Kept;
import org.escale.word.Page;
import org.escale.word.Query;
import org.escale.word.Word;
import org.osgi.annotation.versioning.ProviderType;

/** Reads any word that the caller may see: all lists and single things at the doors. */
@ProviderType
public interface Lookup {
  /**
   * One thing; {@code NOT_ALLOWED} by role, {@code NOT_FOUND} where it is not there or not for this
   * caller.
   */
  <W extends Word> Outcome<Kept<W>> get(Caller caller, Class<W> kind, Id id);

  /** A page of them; {@code NOT_ALLOWED} by role. */
  <W extends Word> Outcome<Page<W>> list(Caller caller, Class<W> kind, Query query);
}
