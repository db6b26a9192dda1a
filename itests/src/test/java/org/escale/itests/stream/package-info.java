/** What goes on for a while: jobs and events, followed on the assembled distribution. */
package org.escale.itests.stream;
