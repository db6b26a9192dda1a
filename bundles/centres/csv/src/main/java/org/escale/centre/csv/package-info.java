/** Adapter to centres that exchange CSV files, in a folder or over SFTP. */
package org.escale.centre.csv;
