/** Adapter to platforms that put their companies and people into CSV files. */
package org.escale.directory.csv;
