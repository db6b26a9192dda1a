/** The systems that centres keep, over REST. */
package org.escale.rest.adapter;
