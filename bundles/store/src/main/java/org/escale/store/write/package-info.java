/** The one writer: laws, drafts and group commit. */
package org.escale.store.write;
