/** The assembled distribution as a process of its own, and what tests ask of it from outside. */
package org.escale.itests.process;
