/** SCIM 2.0 (RFC 7643, RFC 7644): an employer's identity system keeps its people in step. */
package org.escale.rest.scim;
