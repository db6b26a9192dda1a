/**
 * One console command from another process of the same user, over a socket file that only this user
 * can open: no port, no password.
 */
package org.escale.shell.ask;
