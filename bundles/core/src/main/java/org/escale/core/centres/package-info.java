/**
 * The systems that centres keep: asked for places, read for their busy times, compared with ours.
 */
package org.escale.core.centres;
