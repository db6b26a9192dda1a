/** The clock that is moved by hand. */
package org.escale.sandbox.clock;
