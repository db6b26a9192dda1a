/** What an operator sees of the running platform. */
package org.escale.core.operations;
