package org.escale.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.escale.billing.Dispute;
import org.escale.billing.UsageRecord;
import org.escale.billing.UsageRecordId;
import org.escale.caller.Caller;
import org.escale.federation.CentreId;
import org.escale.federation.ExtraId;
import org.escale.presence.VisitId;
import org.escale.refusal.Outcome;
import org.escale.word.Kept;
import org.osgi.annotation.versioning.ProviderType;

/** Records what was used. */
@ProviderType
public interface Metering {
  /**
   * A reading.
   *
   * @param quantity greater than 0, at most 1,000,000, at most 3 decimals
   * @param at when; now if empty, at most 120 s ahead of our clock
   * @param producer the producer's own key for this reading: the same key is counted once
   */
  record Reading(
      VisitId visit, ExtraId extra, BigDecimal quantity, Optional<Instant> at, String producer) {}

  /**
   * Counts a reading; refusals: {@code NOT_FOUND, SERVICE_NOT_ALLOWED, INVALID_FIELD, NO_CREDIT}.
   */
  Outcome<Kept<UsageRecord>> read(Caller caller, Reading reading);

  /** Where the chain of a centre ends: how many records, and the hash of the last. */
  record Head(long count, String hash) {}

  /**
   * The head of the chain of a centre: for the centre itself and for networks that it is in; {@code
   * NOT_FOUND} for others, to whom its length would tell its trade.
   */
  Outcome<Head> head(Caller caller, CentreId centre);

  /**
   * Says that a record is wrong, as the centre or company that it concerns (1 to 2000 characters).
   * Refusals: {@code NOT_FOUND, INVALID_FIELD}, {@code ALREADY_EXISTS} when it was disputed before,
   * {@code WRONG_STATE} for what takes a record back.
   */
  Outcome<Kept<Dispute>> dispute(Caller caller, UsageRecordId record, String reason);

  /**
   * Lets a disputed record stand and says why (1 to 2000 characters), as who answers. Refusals:
   * {@code NOT_FOUND, NOT_ALLOWED, INVALID_FIELD}, {@code WRONG_STATE} once it is answered.
   */
  Outcome<Kept<Dispute>> reject(Caller caller, UsageRecordId record, String reason);

  /**
   * Corrects a record: a credit record and, where a quantity is given, a fresh one; answers its
   * dispute. By the desk that meters, or by who answers an open dispute. Refusals: {@code
   * NOT_FOUND, WRONG_STATE} when it was corrected before.
   */
  Outcome<Kept<UsageRecord>> correct(
      Caller caller, UsageRecordId record, Optional<BigDecimal> quantity);
}
