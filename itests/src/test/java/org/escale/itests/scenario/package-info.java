/** The stories of the demonstration, played on the assembled distribution. */
package org.escale.itests.scenario;
