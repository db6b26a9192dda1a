package org.escale.libraries.boxfiles.front;

/**
 * Gear that asks the front.
 *
 * @param name of its row at the hub: 1 to 64 small letters, digits and hyphens
 * @param address from which it asks, in numbers
 * @param from the address of the loopback network from which the front asks the hub on its behalf:
 *     by it the hub knows the gear
 * @param secret shared by gear, front and hub: 16 to 64 letters, digits and {@code - _ . + = /}
 * @param federation whether it is another federation that asks for our people who are its guests
 */
public record Gear(String name, String address, String from, String secret, boolean federation) {

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException says which value cannot stand in a file
   */
  public Gear {
    Plain.name(name);
    Plain.address("address", address);
    Plain.address("from", from);
    Plain.that(from.startsWith("127."), "from is an address such as 127.0.1.7");
    Plain.secret(secret);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "gear " + name;
  }
}
