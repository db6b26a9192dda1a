/** The use cases: find, book, receive, meter, rate, settle and report. */
package org.escale.core;
