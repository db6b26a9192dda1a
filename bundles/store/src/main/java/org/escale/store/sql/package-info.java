/** The two databases, their schema and plain JDBC. */
package org.escale.store.sql;
