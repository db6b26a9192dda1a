/** Boxes that set themselves up: enrolment, configuration, signs of life. */
package org.escale.core.boxes;
