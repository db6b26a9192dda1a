/** The page for people, in a real browser. */
package org.escale.itests.web;
