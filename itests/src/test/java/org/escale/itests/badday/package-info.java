/** Bad days: kill -9 under load, frozen and full machines, databases that go away. */
package org.escale.itests.badday;
