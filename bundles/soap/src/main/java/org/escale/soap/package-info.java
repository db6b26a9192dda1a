/**
 * The SOAP door: one WSDL, the same use cases as REST. {@code call} reads and answers messages,
 * {@code step} holds one step for each operation, {@code server} keeps the endpoint.
 */
package org.escale.soap;
