/** Who may use what, where and when. */
package org.escale.core.rights;
