/** What a message says, what it is answered, and what is refused. */
package org.escale.soap.call;
