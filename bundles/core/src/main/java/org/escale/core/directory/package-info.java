/** The directory as its owners change it, and how centres join networks. */
package org.escale.core.directory;
