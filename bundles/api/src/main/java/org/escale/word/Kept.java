package org.escale.word;

/**
 * A word as kept.
 *
 * @param revision 1 when first written, one more with each change
 * @param seq the journal entry that wrote it last
 */
public record Kept<W extends Word>(W word, long revision, long seq) {}
