/** The nearest free space, in process, against PostGIS. */
package org.escale.bench.availability;
