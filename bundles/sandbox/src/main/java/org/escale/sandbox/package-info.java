/** The moving clock and the scenarios that run on it. */
package org.escale.sandbox;
