package org.escale.federation;

/** Who decides whether a space is free, and so what is guaranteed. */
public enum TruthMode {
  /** Our database; absolute. */
  FEDERATION,
  /** Our database, for what the centre ceded; absolute for that. */
  ALLOTMENT,
  /** The centre's system by conditional write; never over an existing booking. */
  CENTRE_ATOMIC,
  /** The centre's system by reserve, verify, compensate; never confirmed over a visible booking. */
  CENTRE_CHECKED,
  /** A person at the centre approves. */
  REQUEST
}
