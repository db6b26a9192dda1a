/** Versions, the document of this door, health, plug-ins, events, routes of plug-ins. */
package org.escale.rest.operation;
