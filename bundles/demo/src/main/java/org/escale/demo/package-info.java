/** The demonstration federation: real centres, invented prices and people. */
package org.escale.demo;
