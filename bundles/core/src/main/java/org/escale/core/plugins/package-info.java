/** Plug-ins that come and go, and the one way to ask them. */
package org.escale.core.plugins;
