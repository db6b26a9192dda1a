package org.escale.spi.store;

import org.escale.caller.RequestKey;
import org.escale.word.Id;
import org.escale.word.Word;

/**
 * Makes a command happen at most once (B3): kept for 7 days.
 *
 * @param producer who sends it: an account, a box, a partner
 * @param request the producer's key with the digest of the body
 * @param answer class and id of the written word that is the answer; a repetition gets it as it was
 *     written then
 */
public record Once(String producer, RequestKey request, Class<? extends Word> kind, Id answer) {}
