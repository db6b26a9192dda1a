/** An oracle of what may be booked that shares no class with the platform. */
package org.escale.itests.oracle;
