package org.escale.directory.csv;

/**
 * What cannot be used in a row. Says where and why, and nothing of what stands there.
 *
 * @param row as a spreadsheet counts, the heading being 1
 */
record Reject(int row, String column, String reason) {}
