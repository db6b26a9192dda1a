/** How use cases commit. */
package org.escale.core.commits;
