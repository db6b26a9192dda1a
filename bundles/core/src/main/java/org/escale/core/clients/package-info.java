/** Companies, their people and what they may. */
package org.escale.core.clients;
