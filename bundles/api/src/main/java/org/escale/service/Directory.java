package org.escale.service;

import java.time.Instant;
import java.util.Map;
import org.escale.caller.Caller;
import org.escale.federation.CentreId;
import org.escale.federation.NetworkId;
import org.escale.refusal.Outcome;
import org.escale.terms.DatedTerms;
import org.escale.terms.RuleRef;
import org.escale.word.Kept;
import org.escale.word.Word;
import org.osgi.annotation.versioning.ProviderType;

/** Changes the directory: sites, centres, spaces, extras, terms. */
@ProviderType
public interface Directory {
  /**
   * Writes a {@code Site, Centre, Space, Extra} or {@code InstalledGateway}: new at revision 0,
   * else replacing that revision. Refusals: {@code NOT_ALLOWED, NOT_FOUND, INVALID_FIELD,
   * ALREADY_EXISTS, CHANGED_MEANWHILE}.
   */
  <W extends Word> Outcome<Kept<W>> save(Caller caller, W word, long revision);

  /** Whether the rules of that network are here now; without them it offers nothing new. */
  boolean isInstalled(NetworkId network);

  /** Says whether a centre's connectivity is up; while it is down nothing of it is offered. */
  Outcome<Kept<org.escale.federation.Centre>> online(Caller caller, CentreId centre, boolean up);

  /**
   * Enters terms of a rule from an instant on, which must not lie in the past. Refusals: {@code
   * NOT_ALLOWED, RULE_MISSING, INVALID_FIELD} naming the component.
   */
  Outcome<Kept<DatedTerms>> enter(
      Caller caller, RuleRef rule, Instant validFrom, Map<String, String> values);
}
