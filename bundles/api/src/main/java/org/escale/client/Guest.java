package org.escale.client;

/**
 * A person as visitors are known: which instance vouches for them, and two pseudonyms. At home the
 * issuer is ourselves.
 *
 * @param issuer the instance that knows who it is
 * @param person the person's pseudonym
 * @param company the employer's pseudonym
 */
public record Guest(String issuer, Pseudonym person, Pseudonym company) {}
