/** Inside the container: the archive under Pax Exam. */
package org.escale.itests.karaf;
