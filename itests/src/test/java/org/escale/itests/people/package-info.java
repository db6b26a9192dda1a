/** Employers' own systems keep their people in step. */
package org.escale.itests.people;
