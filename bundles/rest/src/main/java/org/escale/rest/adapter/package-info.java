/** The systems that centres keep and the directories of other platforms, over REST. */
package org.escale.rest.adapter;
