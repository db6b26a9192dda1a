/** Words as JSON. */
package org.escale.store.text;
