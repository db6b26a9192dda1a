/** The commands {@code escale:*}: lists, runs and checks at the operator's console. */
package org.escale.shell.command;
