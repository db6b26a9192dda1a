/** One case through both machine doors: the same answers, the same refusals. */
package org.escale.itests.doors;
