package org.escale.centre.csv;

/**
 * A row that was left out. Says where and why, and nothing of what stands there.
 *
 * @param row as a spreadsheet counts, the heading being 1
 */
record Reject(int row, String column, String reason) {}
