package org.escale.refusal;

import static org.escale.refusal.RefusalCode.Kind.CONFLICT;
import static org.escale.refusal.RefusalCode.Kind.FORBIDDEN;
import static org.escale.refusal.RefusalCode.Kind.INVALID;
import static org.escale.refusal.RefusalCode.Kind.LIMITED;
import static org.escale.refusal.RefusalCode.Kind.MALFORMED;
import static org.escale.refusal.RefusalCode.Kind.MISSING;
import static org.escale.refusal.RefusalCode.Kind.STALE;
import static org.escale.refusal.RefusalCode.Kind.UNAVAILABLE;
import static org.escale.refusal.RefusalCode.Kind.UNKNOWN_CALLER;

/**
 * The closed vocabulary of expected noes. The first thirteen are those of an authorisation, in
 * their order of precedence; where several hold, the first is the answer. Texts in French, Dutch
 * and English stand in {@code Texts}.
 */
public enum RefusalCode {
  /** No such member, as far as the caller may know. */
  UNKNOWN_MEMBER(CONFLICT),
  /** The employer ended the link to this person. */
  NOT_EMPLOYED(CONFLICT),
  /** The company no longer exists. */
  COMPANY_CEASED(CONFLICT),
  /** The company is blocked for late payment. */
  PAYMENT_OVERDUE(CONFLICT),
  /** The centre has no active affiliation that would let this member in. */
  CENTRE_NOT_ACTIVE(CONFLICT),
  /** The employer does not allow this zone or this centre. */
  ZONE_NOT_ALLOWED(CONFLICT),
  /** The employer asks for a better label than the centre holds. */
  LABEL_NOT_ALLOWED(CONFLICT),
  /** The employer does not allow this kind of space, service or extra. */
  SERVICE_NOT_ALLOWED(CONFLICT),
  /** The employer does not allow this hour. */
  HOURS_NOT_ALLOWED(CONFLICT),
  /** The member is checked in already, here or elsewhere (check-in only). */
  ALREADY_PRESENT(CONFLICT),
  /** What is left of credit or budget does not cover the ceiling of the terms. */
  NO_CREDIT(CONFLICT),
  /** No fitting place is free. */
  CENTRE_FULL(CONFLICT),
  /** The centre is closed at that time. */
  CENTRE_CLOSED(CONFLICT),

  /** Something stands in this space at that time. */
  SPACE_TAKEN(CONFLICT),
  /** So many pieces of this equipment are not free at that time. */
  EQUIPMENT_TAKEN(CONFLICT),
  /** More people than the space seats. */
  TOO_MANY_PEOPLE(CONFLICT),
  /** The centre's connectivity is down or not known to be up. */
  NO_CONNECTIVITY(CONFLICT),
  /** The hold ended before it was confirmed. */
  HOLD_EXPIRED(CONFLICT),
  /** The terms allow this no longer. */
  TOO_LATE(CONFLICT),
  /** The state of the thing does not allow this step. */
  WRONG_STATE(CONFLICT),
  /** An id or name that must be unique is in use. */
  ALREADY_EXISTS(CONFLICT),
  /** The same idempotency key came with another body. */
  KEY_REUSED(CONFLICT),
  /** No rules of that reference are installed; what waits for them is parked. */
  RULE_MISSING(CONFLICT),
  /** The rule would not rate this without doubt; it waits with an alarm. */
  NOT_RATED(CONFLICT),
  /** The centre's own client at home: not the federation's to bill. */
  OWN_CLIENT(CONFLICT),
  /** No channel is left for another company in this centre. */
  NO_SEGMENT(CONFLICT),
  /** The period is closed. */
  PERIOD_CLOSED(CONFLICT),
  /** The centre does not meet a blocking criterion. */
  CRITERIA_NOT_MET(CONFLICT),
  /** What was shown is no check-in code of ours. */
  CODE_INVALID(CONFLICT),
  /** The check-in code is too old. */
  CODE_EXPIRED(CONFLICT),
  /** The check-in code let somebody in already. */
  CODE_USED(CONFLICT),

  /** The request cannot be read: JSON, XML, query or header. */
  MALFORMED_REQUEST(MALFORMED),
  /** The body is larger or deeper than allowed. */
  TOO_LARGE(MALFORMED),
  /** A field is missing or its value is outside its range. */
  INVALID_FIELD(INVALID),
  /** The end is not after the start, or outside the horizon of 400 days or the longest 24 hours. */
  INVALID_SLOT(INVALID),
  /** The slot begins in the past. */
  SLOT_IN_PAST(INVALID),
  /** This wall time does not exist in the centre's zone; both neighbours are in the details. */
  WALL_TIME_MISSING(INVALID),
  /** This wall time exists twice in the centre's zone; both instants are in the details. */
  WALL_TIME_TWICE(INVALID),

  /** No such thing, or none that the caller may know of. */
  NOT_FOUND(MISSING),
  /** The caller's role does not allow this operation. */
  NOT_ALLOWED(FORBIDDEN),
  /** No valid token. */
  NOT_SIGNED_IN(UNKNOWN_CALLER),
  /** Unknown name or wrong secret. */
  BAD_CREDENTIALS(UNKNOWN_CALLER),
  /** Too many failed attempts; try again after the time in the details. */
  LOCKED_OUT(LIMITED),
  /** More requests than this caller may make. */
  TOO_MANY_REQUESTS(LIMITED),
  /** The thing changed since it was read. */
  CHANGED_MEANWHILE(STALE),
  /** {@code If-Match} is required. */
  IF_MATCH_REQUIRED(STALE),
  /** The platform cannot write just now; repeating later is safe. */
  TEMPORARILY_UNAVAILABLE(UNAVAILABLE);

  /** What family of no it is; each door maps a family to its own status. */
  public enum Kind {
    /** Cannot be read (400). */
    MALFORMED,
    /** Nobody known is asking (401). */
    UNKNOWN_CALLER,
    /** Not with this role (403). */
    FORBIDDEN,
    /** Nothing to be seen there (404). */
    MISSING,
    /** State or conflict (409). */
    CONFLICT,
    /** Out of date (412, 428). */
    STALE,
    /** Well formed but wrong (422). */
    INVALID,
    /** Too often (429). */
    LIMITED,
    /** Not now (503). */
    UNAVAILABLE
  }

  private final Kind kind;

  RefusalCode(Kind kind) {
    this.kind = kind;
  }

  /** The family. */
  public Kind kind() {
    return kind;
  }
}
