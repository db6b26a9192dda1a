/** What was used beside time, and how a record is corrected. */
package org.escale.core.metering;
