/**
 * FreeRADIUS in front of a hub: ends EAP, and knows the way to other federations. What it writes
 * has secrets in it and is for one folder that only its owner reads.
 */
package org.escale.libraries.boxfiles.front;
