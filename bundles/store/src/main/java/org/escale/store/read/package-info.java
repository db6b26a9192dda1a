/** Queries on what is kept. */
package org.escale.store.read;
