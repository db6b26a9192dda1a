/** One step for each operation of the WSDL, and how words look at this door. */
package org.escale.soap.step;
