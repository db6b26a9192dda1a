package org.escale.libraries.boxfiles.front;

/**
 * Another federation, whose home server answers for its people when they are our guests.
 *
 * @param name 1 to 64 small letters, digits and hyphens
 * @param realm what stands behind the {@code @} of their names
 * @param address of its home server, in numbers
 * @param port of its home server, 1 to 65535
 * @param secret shared with it: 16 to 64 letters, digits and {@code - _ . + = /}
 * @param segment where its people are put here, 2 to 4094
 */
public record Federation(
    String name, String realm, String address, int port, String secret, int segment) {

  /**
   * Checks each value.
   *
   * @throws IllegalArgumentException says which value cannot stand in a file
   */
  public Federation {
    Plain.name(name);
    Plain.realm(realm);
    Plain.address("address", address);
    Plain.port(port);
    Plain.secret(secret);
    Plain.that(segment >= 2 && segment <= 4094, "a segment is 2 to 4094");
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "federation " + name;
  }
}
