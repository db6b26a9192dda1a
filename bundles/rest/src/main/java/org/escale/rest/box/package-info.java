/** The doors of boxes that set themselves up. */
package org.escale.rest.box;
