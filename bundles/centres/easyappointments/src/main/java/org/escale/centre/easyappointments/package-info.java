/** Adapter to centres that book with Easy!Appointments. */
package org.escale.centre.easyappointments;
