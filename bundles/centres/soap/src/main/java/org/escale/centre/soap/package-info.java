/** Adapter to centres whose own system serves our contract, {@code centre.wsdl}. */
package org.escale.centre.soap;
