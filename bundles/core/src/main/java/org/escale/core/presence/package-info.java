/** Reception: who comes in, and how each visit ends. */
package org.escale.core.presence;
