package org.escale.caller;

/** What somebody is to the federation. */
public enum Role {
  /** A person who works here and there. */
  MEMBER,
  /** The desk of one centre. */
  RECEPTION,
  /** The administrator of one company. */
  EMPLOYER,
  /** The operator of one network. */
  NETWORK,
  /** The operator of this instance. */
  FEDERATION,
  /** The public authority: figures, no persons. */
  AUTHORITY,
  /** A system that acts for one centre, company or network. */
  INTEGRATOR,
  /** Nobody signed in: the public directory only. */
  ANYBODY
}
