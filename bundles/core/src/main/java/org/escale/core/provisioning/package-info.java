/**
 * The people and groups that an employer's own identity system brings one by one. What was made by
 * hand is never touched; who is taken away is suspended, and nothing is deleted.
 */
package org.escale.core.provisioning;
