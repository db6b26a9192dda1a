/** The words at rest: journal and queries on Derby or PostgreSQL. */
package org.escale.store;
