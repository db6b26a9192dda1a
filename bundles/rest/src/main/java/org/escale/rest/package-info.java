/** The door for machines that speak REST. */
package org.escale.rest;
