/** The door for operators: console commands. */
package org.escale.shell;
