/**
 * Companies and people of other platforms come across and stay in step, each directory behind its
 * own threads. What was made here by hand is never touched; who left there is suspended here, and
 * nothing is deleted.
 */
package org.escale.core.directories;
