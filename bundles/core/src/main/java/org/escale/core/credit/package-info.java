/** Prepaid money: what is reserved at check-in and used at rating. */
package org.escale.core.credit;
