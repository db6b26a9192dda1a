/** What is told to everybody: spaces, and when they are free. */
package org.escale.core.opendata;
