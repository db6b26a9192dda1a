/** A captive portal: the page where a device's owner gives the key, and the boxes that obey it. */
package org.escale.gateway.portal;
