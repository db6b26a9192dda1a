/** Server-sent events: a few subscribers, each on a thread of its own. */
package org.escale.rest.stream;
