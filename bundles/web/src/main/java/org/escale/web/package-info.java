/** The door for people. */
package org.escale.web;
