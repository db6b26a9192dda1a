package org.escale.libraries.boxfiles.front;

/**
 * Where the front listens for gear, and the hub for the front.
 *
 * @param listen the front's own address, in numbers
 * @param access the front's port for who wants in, by custom 1812
 * @param accounting the front's port for what was seen, by custom 1813
 * @param hubAccess the hub's port on this machine for who wants in
 * @param hubAccounting the hub's port on this machine for what was seen
 */
public record Ports(String listen, int access, int accounting, int hubAccess, int hubAccounting) {

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException says which value cannot stand in a file
   */
  public Ports {
    Plain.address("listen", listen);
    Plain.port(access);
    Plain.port(accounting);
    Plain.port(hubAccess);
    Plain.port(hubAccounting);
  }
}
