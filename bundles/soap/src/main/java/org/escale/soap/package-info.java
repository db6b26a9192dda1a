/** The door for machines that speak SOAP. */
package org.escale.soap;
